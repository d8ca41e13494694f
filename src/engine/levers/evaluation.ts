import { lever } from '../core/lever.ts';

const s4 = { title: 'Trombert 2019, Revue française des affaires sociales HS1', row: 'seed:S4' } as const;

/** Who is judged, on what, with how much at stake. */
export const evaluation = [
  lever({
    id: 'evaluation.joint-weight',
    main: true,
    label: { fr: 'Évaluation conjointe', en: 'Joint evaluation' },
    meaning: {
      fr: 'Part du résultat jugé qui est celle du groupe entier plutôt que celle de chaque structure.',
      en: 'Share of the judged result that is the whole group’s rather than each structure’s own.',
    },
    unit: 'share', value: 0, range: [0, 1], scope: 'structure', evidence: 'assumed', source: s4,
    levels: [
      { value: 0, label: { fr: 'chacun jugé à part', en: 'each judged apart' } },
      { value: 0.5, label: { fr: 'moitié à part, moitié ensemble', en: 'half apart, half together' } },
      { value: 1, label: { fr: 'tous jugés ensemble', en: 'all judged together' } },
    ],
    cost: { kind: 'minutes', mechanism: 'evaluation', meaning: { fr: 'Le résultat commun se constate dossier par dossier : du temps de saisie.', en: 'A joint result is established file by file: recording time.' } },
  }),
  lever({
    id: 'evaluation.stake',
    label: { fr: 'Financement en jeu', en: 'Funding at stake' },
    meaning: { fr: 'Part du contrat annuel qui dépend du résultat jugé.', en: 'Share of the yearly contract that depends on the judged result.' },
    unit: 'share', value: 0.1, range: [0, 0.5], possible: [0, 1], scope: 'structure', evidence: 'assumed', source: s4,
    cost: { kind: 'minutes', mechanism: 'gaming', meaning: { fr: 'Plus l’enjeu est fort, plus on passe d’heures à justifier.', en: 'The higher the stake, the more hours go to justification.' } },
  }),
  lever({
    id: 'evaluation.denominator',
    label: { fr: 'Ce qui est compté', en: 'What is counted' },
    meaning: { fr: 'Un nombre de sorties, ou un taux rapporté aux personnes suivies.', en: 'A number of exits, or a rate out of the people followed.' },
    unit: 'choice', kind: 'choice', value: 1, range: [0, 1],
    choices: [
      { id: 'number', label: { fr: 'nombre de sorties', en: 'number of exits' } },
      { id: 'rate', label: { fr: 'taux de sorties', en: 'rate of exits' } },
    ],
    scope: 'structure', evidence: 'assumed', source: s4,
    cost: { kind: 'minutes', mechanism: 'evaluation', meaning: { fr: 'Un taux oblige à tenir la liste des personnes suivies.', en: 'A rate requires keeping the list of people followed.' } },
  }),
  lever({
    id: 'evaluation.exit-length',
    label: { fr: 'Durée d’emploi qui compte', en: 'Job length that counts' },
    meaning: { fr: 'Mois d’emploi au bout desquels une sortie est dite positive.', en: 'Months in work after which an exit is called positive.' },
    unit: 'months', kind: 'integer', value: 1, range: [0, 12], scope: 'structure', evidence: 'assumed',
    source: { title: 'Bilans PLIE, Alliance Villes Emploi : sortie positive et sortie durable (6 mois)', date: '2014' },
    cost: { kind: 'minutes', mechanism: 'evaluation', meaning: { fr: 'Chaque mois de plus est un mois de relances.', en: 'Each month more is a month of follow-up calls.' } },
  }),
  lever({
    id: 'evaluation.credit',
    label: { fr: 'À qui la sortie est comptée', en: 'Who is credited with an exit' },
    meaning: { fr: 'Au référent, à chaque service passé, ou partagée entre eux.', en: 'To the lead, to every service the person went through, or shared among them.' },
    unit: 'choice', kind: 'choice', value: 1, range: [0, 2],
    choices: [
      { id: 'lead', label: { fr: 'au référent seul', en: 'to the lead alone' } },
      { id: 'every', label: { fr: 'à chacun, en entier', en: 'to each, in full' } },
      { id: 'shared', label: { fr: 'partagée', en: 'shared' } },
    ],
    scope: 'structure', evidence: 'assumed', source: s4,
    cost: { kind: 'minutes', mechanism: 'evaluation', meaning: { fr: 'Partager suppose de se mettre d’accord sur chaque sortie.', en: 'Sharing means agreeing on each exit.' } },
  }),
  lever({
    id: 'evaluation.audit-rate',
    label: { fr: 'Contrôle des déclarations', en: 'Audit of declarations' },
    meaning: { fr: 'Part des résultats déclarés qui sont vérifiés.', en: 'Share of declared results that are checked.' },
    unit: 'share', value: 0.02, range: [0, 0.5], possible: [0, 1], scope: 'territory', evidence: 'assumed', source: s4,
    cost: { kind: 'minutes', mechanism: 'gaming', meaning: { fr: 'Chaque vérification prend du temps au service vérifié et coûte au financeur.', en: 'Each check takes time from the service checked and costs the funder.' } },
  }),
  lever({
    id: 'evaluation.group-staff',
    label: { fr: 'Taille du groupe jugé ensemble', en: 'Size of the group judged together' },
    meaning: { fr: 'Agents jugés ensemble par groupe ; 0 : tout le territoire.', en: 'Staff judged together in each group; 0: the whole territory.' },
    unit: 'full-time staff', kind: 'integer', value: 0, range: [0, 500], possible: [0, 100000], scope: 'territory', evidence: 'assumed',
    source: { title: 'Burgess et al. 2017, team bonus: small offices only (direction only, the row is a test)', row: 'seed:S4' },
    cost: { kind: 'minutes', mechanism: 'evaluation', meaning: { fr: 'Chaque groupe se réunit et rend compte.', en: 'Each group meets and reports.' } },
  }),
];
