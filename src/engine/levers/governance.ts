import { lever } from '../core/lever.ts';

const s1 = { title: 'Terra Nova, Vers un service public de l’insertion : le GIP et ses cinq missions', row: 'seed:S1' } as const;

const mission = (id: string, fr: string, en: string, meaningFr: string, meaningEn: string, costFr: string, costEn: string, kind: 'money' | 'minutes') =>
  lever({
    id: `governance.mission-${id}`,
    label: { fr, en },
    meaning: { fr: meaningFr, en: meaningEn },
    unit: 'level', value: 0, range: [0, 1], scope: 'territory', evidence: 'assumed', source: s1,
    cost: { kind, mechanism: 'grouping', meaning: { fr: costFr, en: costEn } },
  });

/** How bodies are bound to each other, and what they do together. */
export const governance = [
  lever({
    id: 'governance.form',
    main: true,
    label: { fr: 'Gouvernance', en: 'Governance' },
    meaning: { fr: 'La manière dont les organismes sont liés ; chaque forme est un ensemble de leviers.', en: 'How the bodies are bound together; each form is a set of levers.' },
    unit: 'choice', kind: 'choice', value: 0, range: [0, 3],
    choices: [
      { id: 'side-by-side', label: { fr: 'côte à côte', en: 'side by side' } },
      { id: 'coordination', label: { fr: 'coordination', en: 'coordination' } },
      { id: 'lead', label: { fr: 'chef de file', en: 'lead organisation' } },
      { id: 'gip', label: { fr: 'GIP', en: 'GIP (public interest grouping)' } },
    ],
    levels: [
      { value: 0, label: { fr: '1 services séparés', en: '1 separate services' } },
      { value: 1, label: { fr: '2 réunions de coordination', en: '2 coordination meetings' } },
      { value: 2, label: { fr: '3 chef de file, dossier partagé en partie', en: '3 lead body, file partly shared' } },
      { value: 3, label: { fr: '4 guichet commun, dossier partagé, budget mutualisé', en: '4 one door, shared file, pooled budget' } },
    ],
    bundle: [
      { value: 0, sets: { 'governance.pooling': 0, 'governance.meetings': 0.5, 'governance.mission-diagnosis': 0, 'governance.mission-programmes': 0, 'governance.mission-integration': 0, 'governance.mission-engineers': 0, 'governance.mission-evaluation': 0 } },
      { value: 1, sets: { 'governance.pooling': 0, 'governance.meetings': 2, 'governance.mission-diagnosis': 0.5, 'governance.mission-programmes': 0, 'governance.mission-integration': 0, 'governance.mission-engineers': 0.3, 'governance.mission-evaluation': 0 } },
      { value: 2, sets: { 'governance.pooling': 0.05, 'governance.meetings': 2, 'governance.mission-diagnosis': 0.5, 'governance.mission-programmes': 0.3, 'governance.mission-integration': 0.4, 'governance.mission-engineers': 0.3, 'governance.mission-evaluation': 0.3 } },
      { value: 3, sets: { 'governance.pooling': 0.15, 'governance.meetings': 3, 'governance.mission-diagnosis': 1, 'governance.mission-programmes': 1, 'governance.mission-integration': 1, 'governance.mission-engineers': 1, 'governance.mission-evaluation': 1 } },
    ],
    scope: 'territory', evidence: 'assumed', source: s1,
    cost: { kind: 'minutes', mechanism: 'grouping', meaning: { fr: 'Réunions, mise en place, un à deux ans d’habitudes à refaire.', en: 'Meetings, set-up, one to two years of habits to rebuild.' } },
  }),
  lever({
    id: 'governance.pooling',
    label: { fr: 'Budget mutualisé', en: 'Pooled budget' },
    meaning: { fr: 'Part des crédits d’insertion et d’investissement des membres versée au pot commun.', en: 'Share of members’ insertion and investment money paid into the common pot.' },
    unit: 'share', value: 0, range: [0, 0.5], possible: [0, 1], scope: 'territory', evidence: 'assumed', source: s1,
    cost: { kind: 'money', mechanism: 'grouping', meaning: { fr: 'Retiré aux lignes propres de chaque membre.', en: 'Taken from each member’s own lines.' } },
  }),
  lever({
    id: 'governance.meetings',
    label: { fr: 'Réunions entre services', en: 'Meetings between services' },
    meaning: { fr: 'Heures par agent et par mois passées avec les partenaires.', en: 'Hours per worker and month spent with partners.' },
    unit: 'hours/worker/month', value: 0.5, range: [0, 8], possible: [0, 40], scope: 'structure', evidence: 'assumed', source: s1,
    cost: { kind: 'minutes', mechanism: 'workload', meaning: { fr: 'Heures retirées à l’accompagnement.', en: 'Hours taken from support.' } },
  }),
  mission('diagnosis', 'Mission 1 : diagnostic partagé', 'Mission 1: shared diagnosis', 'Connaître les besoins non couverts, y compris de ceux qui ne viennent pas.', 'Knowing unmet needs, of those who do not come included.', 'Enquêtes et observatoire payés par les membres.', 'Surveys and an observatory paid by the members.', 'money'),
  mission('programmes', 'Mission 2 : projets et programmes', 'Mission 2: projects and programmes', 'Construire des places là où le diagnostic les demande, sur le pot commun.', 'Building places where the diagnosis asks for them, from the common pot.', 'Mise en place et délais de 9 à 36 mois.', 'Set-up, and delays of 9 to 36 months.', 'money'),
  mission('integration', 'Mission 3 : intégration des services', 'Mission 3: integration of services', 'Dossier commun, référent unique, devoir d’accueillir, diagnostic commun des personnes.', 'Common file, single lead, duty to accept, common diagnosis of persons.', 'Saisie, réunions, habitudes de travail à refaire.', 'File entry, meetings, working habits to rebuild.', 'minutes'),
  mission('engineers', 'Mission 4 : pôle d’ingénierie', 'Mission 4: pool of engineers', 'Des développeurs et animateurs qui montent les projets et écrivent les règles communes.', 'Developers and facilitators who set up projects and write common rules.', 'Salaires, et recrutements pris aux services.', 'Salaries, and recruits taken from services.', 'money'),
  mission('evaluation', 'Mission 5 : évaluation des programmes', 'Mission 5: evaluation of programmes', 'Apprendre quel programme fonctionne, avec une marge d’erreur, et déplacer l’argent.', 'Learning which programme works, with error, and moving the money.', 'Temps de suivi par dossier, et évaluateurs.', 'Recording time per file, and evaluators.', 'minutes'),
];
