/** The hand-written parts of the document. Each is Markdown: paragraphs, or a list. */
export interface Prose {
  /** What this document is, after the title. */
  readonly about: string;
  readonly purpose: string;
  readonly forWhom: string;
  readonly patterns: string;
  readonly entities: string;
  readonly scales: string;
  readonly scheduling: string;
  readonly background: string;
  readonly decision: string;
  readonly learning: string;
  readonly sensing: string;
  readonly prediction: string;
  readonly interaction: string;
  readonly collectives: string;
  readonly heterogeneity: string;
  readonly stochasticity: string;
  readonly observation: string;
  readonly initialisation: string;
  readonly input: string;
  readonly submodels: string;
  /** What is never switched off: the technology of support, jobs, books. */
  readonly beneath: string;
  readonly levers: string;
  readonly leftOut: string;
}
