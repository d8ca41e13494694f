/** A table as data: what the reader sees and what an export writes come from the same rows. */
export interface TableData {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** The twin of a chart. Scrolls alone when narrow, and can be scrolled with the keyboard. */
export function Table({ data, label }: { readonly data: TableData; readonly label: string }) {
  return (
    <section class="scroll" aria-label={label} tabIndex={0}>
      <table class="twin">
        <caption>{data.caption}</caption>
        <thead>
          <tr>
            {data.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(([name, ...cells], r) => (
            <tr key={`${r}${name}`}>
              <th scope="row">{name}</th>
              {cells.map((cell, i) => (
                <td key={data.columns[i + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
