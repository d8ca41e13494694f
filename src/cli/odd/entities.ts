import {
  bodies,
  enterpriseKinds,
  forms,
  funderList,
  header,
  kinds,
  lines,
  needs,
  type Schema,
  schemeList,
  statuses,
  tables,
  type Text,
  trades,
  uses,
} from '../../engine/index.ts';
import type { Lang } from '../../io/format.ts';
import { columnsFr } from './columns.fr.ts';
import { headerWords } from './header.ts';
import { blocks, code, heading, tableOf } from './markdown.ts';
import type { Prose } from './prose.ts';
import { tableWords } from './vocabulary.ts';
import { words } from './words.ts';

const types: Readonly<Record<string, string>> = { Uint8Array: 'u8', Uint16Array: 'u16', Uint32Array: 'u32', Float32Array: 'f32', Float64Array: 'f64' };

function columns(table: string, schema: Schema, lang: Lang): string {
  const rows = Object.entries(schema).map(([name, { unit, width, view }]) => [
    code(name),
    lang === 'fr' ? (columnsFr[table]?.[name] ?? unit) : unit,
    String(width),
    types[(view as { name?: string }).name ?? ''] ?? '',
  ]);
  return tableOf([words.column[lang], words.meaning[lang], words.width[lang], words.type[lang]], rows);
}

const headerTable = (lang: Lang): string =>
  tableOf(
    [words.column[lang], words.meaning[lang], words.place[lang]],
    Object.entries(header).map(([name, place]) => [code(name), headerWords[name]?.[lang] ?? '', String(place)]),
  );

const list = (title: string, of: readonly { readonly key: string; readonly label: Text; readonly letter?: string }[], lang: Lang): string =>
  `**${title}.** ${of.map(({ label, letter }, i) => `${letter ?? i} ${label[lang]}`).join(' · ')}`;

/** Entities, state variables and scales. */
export const entities = (prose: Prose, lang: Lang): string =>
  blocks(
    prose.entities,
    ...tables.flatMap(({ name, schema }) => [
      heading(3, `${tableWords[name]?.name[lang] ?? name} (${code(name)})`),
      tableWords[name]?.row[lang] ?? '',
      columns(name, schema, lang),
    ]),
    heading(3, words.header[lang]),
    words.headerRow[lang],
    headerTable(lang),
    heading(3, words.lists[lang]),
    list(words.statuses[lang], statuses, lang),
    list(words.needs[lang], needs, lang),
    list(words.bodies[lang], bodies, lang),
    list(words.kinds[lang], kinds, lang),
    list(words.enterprises[lang], enterpriseKinds, lang),
    list(words.forms[lang], forms, lang),
    list(words.trades[lang], trades, lang),
    list(words.schemes[lang], schemeList, lang),
    list(words.uses[lang], uses, lang),
    list(words.funders[lang], funderList, lang),
    list(words.lines[lang], lines, lang),
    heading(3, words.scales[lang]),
    prose.scales,
  );
