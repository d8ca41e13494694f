import type { Territory, Text } from '../../engine/index.ts';

/** A portrait with its figures put in: `{households}` in a sentence becomes the territory's own figure. Throws on a name it does not know. */
export function portrait(template: Text, territory: Territory): Text {
  return { fr: fill(template.fr, territory, french), en: fill(template.en, territory, english) };
}

interface Marks {
  readonly thousands: string;
  readonly point: string;
  readonly percent: string;
}

const french: Marks = { thousands: '\u202f', point: ',', percent: '\u00a0%' };
const english: Marks = { thousands: ',', point: '.', percent: '%' };

const values: Readonly<Record<string, (territory: Territory, marks: Marks) => string>> = {
  population: ({ population }, marks) => whole(population.value, 1000, marks),
  households: ({ minimumIncomeHouseholds }, marks) => whole(minimumIncomeHouseholds.value, 100, marks),
  rate: ({ minimumIncomeHouseholds, workingAge }, marks) => decimal((100 * minimumIncomeHouseholds.value) / workingAge.value, marks),
  unemployment: ({ unemployment }, marks) => decimal(unemployment.value, marks) + marks.percent,
  poverty: ({ poverty }, marks) => decimal(poverty.value, marks) + marks.percent,
  benefit: ({ benefit }, marks) => whole(benefit.value, 1, marks),
  compensation: ({ compensation }, marks) => share(compensation.value, marks),
  insertion: ({ insertionShare }, marks) => share(insertionShare.value, marks),
  employmentService: ({ leads }, marks) => share(leads.employmentService.value, marks),
  departement: ({ leads }, marks) => share(leads.departement.value, marks),
  other: ({ leads }, marks) => share(leads.other.value, marks),
  departementFiles: ({ filesPerWorker }, marks) => whole(filesPerWorker.departement.value, 1, marks),
  lowest: ({ zones }, marks) => decimal(Math.min(...ofZones(zones)), marks) + marks.percent,
  highest: ({ zones }, marks) => decimal(Math.max(...ofZones(zones)), marks) + marks.percent,
  otherFiles: ({ filesPerWorker }, marks) => whole(filesPerWorker.other.value, 1, marks),
};

const ofZones = (zones: Territory['zones']): readonly number[] => zones.flatMap(({ minimumIncome }) => minimumIncome?.value ?? []);

function fill(sentence: string, territory: Territory, marks: Marks): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (!value) throw new Error(`Portrait of ${territory.id}: no figure called {${name}}.`);
    return value(territory, marks);
  });
}

function whole(value: number, step: number, { thousands }: Marks): string {
  return String(Math.round(value / step) * step).replace(/\B(?=(\d{3})+$)/g, thousands);
}

function decimal(value: number, { point }: Marks): string {
  return value.toFixed(1).replace('.', point);
}

function share(value: number, { percent }: Marks): string {
  return Math.round(100 * value) + percent;
}
