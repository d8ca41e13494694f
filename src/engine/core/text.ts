/** A label of a model object, in the two languages of the product. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}
