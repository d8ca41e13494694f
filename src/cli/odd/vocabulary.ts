import type { Text } from '../../engine/index.ts';

type Words = Readonly<Record<string, Text>>;

/** The seventeen phases: title and what happens. */
export const phaseWords: Readonly<Record<string, { readonly name: Text; readonly does: Text }>> = {
  context: {
    name: { fr: 'conjoncture', en: 'conjuncture' },
    does: { fr: 'les offres d’emploi et les entrées du mois', en: 'vacancies and entries of the month' },
  },
  needs: {
    name: { fr: 'besoins', en: 'needs' },
    does: { fr: 'événements de la vie, dérive, ce que chacun peut faire ce mois', en: 'life events, drift, what each person can do this month' },
  },
  claiming: { name: { fr: 'demande', en: 'claiming' }, does: { fr: 'entrées, demandes, droits ouverts', en: 'entries, claims, rights opened' } },
  orientation: {
    name: { fr: 'orientation', en: 'orientation' },
    does: { fr: 'une lecture des besoins, un service référent', en: 'a reading of needs, a lead service' },
  },
  admission: { name: { fr: 'admission', en: 'admission' }, does: { fr: 'accepter, faire attendre, refuser', en: 'accept, keep waiting, refuse' } },
  'staff-time': {
    name: { fr: 'temps de travail', en: 'staff time' },
    does: { fr: 'les heures par emploi, le prix d’une heure', en: 'hours by use, the price of an hour' },
  },
  support: {
    name: { fr: 'accompagnement', en: 'support' },
    does: { fr: 'les heures parviennent aux personnes, les solutions sont attribuées', en: 'hours reach people; solutions are given out' },
  },
  referral: { name: { fr: 'renvoi', en: 'referral' }, does: { fr: 'garder, transmettre, clore ; ce qui est dit', en: 'keep, send on, close; what is told' } },
  conditionality: {
    name: { fr: 'contrepartie', en: 'conditionality' },
    does: { fr: 'contrats, contrôles, avertissements, sanctions', en: 'contracts, checks, warnings, sanctions' },
  },
  outcomes: { name: { fr: 'issues', en: 'outcomes' }, does: { fr: 'emplois, fins d’emploi, autres sorties', en: 'jobs, ends of jobs, other ways out' } },
  mobility: { name: { fr: 'mobilité', en: 'mobility' }, does: { fr: 'déménagements entre zones', en: 'moves between zones' } },
  accounts: {
    name: { fr: 'comptes', en: 'accounts' },
    does: { fr: 'prestations, réparation, contrats, salaires, investissement', en: 'benefits, repair, contracts, wages, investment' },
  },
  results: { name: { fr: 'résultats', en: 'results' }, does: { fr: 'les déclarés et les vrais', en: 'declared and true' } },
  evaluation: {
    name: { fr: 'évaluation', en: 'evaluation' },
    does: { fr: 'ce qui est jugé, et ce que cela vaut', en: 'what is judged, and what it is worth' },
  },
  adaptation: { name: { fr: 'adaptation', en: 'adaptation' }, does: { fr: 'départs, recrutements, habitudes', en: 'departures, hiring, habits' } },
  governance: {
    name: { fr: 'gouvernance', en: 'governance' },
    does: { fr: 'liens entre services, institutions communes', en: 'ties between services, common institutions' },
  },
  observation: {
    name: { fr: 'observation', en: 'observation' },
    does: { fr: 'le mois est clos et lu : les stocks, puis chaque indicateur', en: 'the month is closed and read: stocks, then every indicator' },
  },
};

/** What stands beneath all mechanisms, by the name it has in `src/engine/month.ts`. */
export const partWords: Words = {
  'open-month': {
    fr: 'un nouveau mois s’ouvre : les flux repartent de zéro, les stocks restent',
    en: 'a new month opens: flows start from nothing, stocks stay',
  },
  'shared-draws': { fr: 'les tirages que chacun partage sont faits une fois', en: 'draws that everyone shares are made once' },
  recount: { fr: 'qui suit qui est recompté', en: 'who holds whom is counted again' },
  support: { fr: 'les heures agissent sur la recherche et les besoins', en: 'hours act on search and on needs' },
  labour: { fr: 'fins d’emploi, autres sorties, retours', en: 'ends of jobs, other ways out, returns' },
  'open-books': {
    fr: 'ce qui est dû : prestations, réparation, investissement, versements au pot commun',
    en: 'what is owed: benefits, repair, investment, payments into the common pot',
  },
  'close-books': {
    fr: 'contrats, salaires, recettes ; chaque compte tombe juste au centime',
    en: 'contracts, wages, income; every account balances to the cent',
  },
  'count-results': { fr: 'les vraies sorties et celles que la définition compte', en: 'true exits, and those that the definition counts' },
};

/** Terms of a structure's utility. */
export const termWords: Words = {
  mission: {
    fr: 'ce pour quoi ses agents sont venus : vraies sorties durables et besoins allégés, où qu’ils adviennent',
    en: 'what its workers came for: true durable exits and needs relieved, wherever they happen',
  },
  target: { fr: 'résultats comptés, les siens et ceux du groupe jugé, ou un taux', en: 'results counted, its own and those of the judged group, or a rate' },
  load: { fr: 'heures que prend la personne, à leur prix', en: 'hours the person takes, at their price' },
  act: { fr: 'heures de l’acte lui-même', en: 'hours of the act itself' },
  credibility: { fr: 'ce qu’un partenaire retiendra', en: 'what a partner will remember' },
  duty: { fr: 'un refus que le devoir d’accepter interdit', en: 'a refusal that a duty to accept forbids' },
  audit: { fr: 'le risque d’une ligne fausse, et ce qu’elle coûte à son auteur', en: 'the risk of an untrue line, and what it costs its author' },
  contract: { fr: 'heures que le contrat apporte', en: 'hours that the contract brings' },
  conviction: { fr: 'faire ce que ses agents tiennent pour mauvais', en: 'doing what its workers hold wrong' },
  output: { fr: 'ce que rapporte la production de la personne', en: 'what the person’s output brings in' },
  budget: { fr: 'argent en jeu hors des résultats, en heures qu’il paierait', en: 'money at stake apart from results, in the hours it would pay' },
  pay: { fr: 'ce que paie l’entrée d’une personne', en: 'what the entry of a person is paid' },
  competence: { fr: 'argent que coûte un dossier dont on se dit compétent', en: 'money that a file costs to whoever takes it as its own' },
};

/** Purposes of draws. */
export const purposeWords: Words = {
  'person.month': { fr: 'événement de la vie et sa nature', en: 'life event and its kind' },
  'person.work': { fr: 'embauche, fin d’emploi, autre sortie', en: 'hire, end of job, other way out' },
  'person.service': { fr: 'contrôle, contrat, relecture du dossier, suspension', en: 'check, contract, review of the file, suspension' },
  'person.review': { fr: 'entretien d’orientation, ou suite d’une relecture', en: 'orientation interview, or what a review leads to' },
  'person.sample': { fr: 'échantillon de personnes suivies', en: 'sample of people watched' },
  'person.claim': { fr: 'demande du droit, suspension', en: 'claim of the right, suspension' },
  'newcomer.entry': { fr: 'entrée d’un candidat', en: 'entry of a candidate' },
  'newcomer.attribute': { fr: 'caractéristiques d’un nouveau venu', en: 'attributes of a newcomer' },
  'orientation.noise': { fr: 'erreur de lecture des besoins', en: 'noise in the reading of needs' },
  'orientation.choice': { fr: 'service vers lequel on oriente', en: 'service a person is sent to' },
  'admission.decision': { fr: 'réponse d’une structure à qui lui est envoyé', en: 'answer of a structure to whom it is sent' },
  'referral.disclosure': { fr: 'ce que l’on dit d’une personne transmise', en: 'what is told of a person handed on' },
  'referral.loss': { fr: 'perte lors d’un passage de relais', en: 'loss at a hand-off' },
  'referral.discovery': { fr: 'découverte de ce qui a été tu', en: 'discovery of what was kept back' },
  'solutions.rank': { fr: 'loterie entre ceux qui demandent une solution', en: 'lottery among those who ask for a solution' },
  'solutions.release': { fr: 'fin d’une solution', en: 'end of a solution' },
  'conditionality.failure': { fr: 'manquement à ce qui est exigé', en: 'failure to do what is asked' },
  'workload.departure': { fr: 'départ d’agents', en: 'departure of workers' },
  'workload.hiring': { fr: 'recrutement', en: 'hiring' },
  'uncertain-institution.bearer': { fr: 'départ de l’agent qui porte un lien', en: 'departure of the worker who carries a tie' },
  'gaming.declaration': { fr: 'déclaration d’un résultat', en: 'declaration of a result' },
  'grouping.survey': { fr: 'erreur du diagnostic partagé', en: 'error of the shared diagnosis' },
  'grouping.belief': { fr: 'erreur de l’évaluation des programmes', en: 'error of the evaluation of programmes' },
  'labour.place': { fr: 'zone où l’on trouve un emploi', en: 'zone where a job is found' },
  'mandates.bid': { fr: 'structures appelées à concourir pour un lot', en: 'structures invited to bid for a lot' },
  'mandates.award': { fr: 'choix du jury', en: 'choice of the jury' },
  'mandates.merger': { fr: 'reprise d’une structure qui ferme', en: 'taking over of a structure that closes' },
  'standardisation.renewal': { fr: 'ce que fait une structure lors d’un appel', en: 'what a structure does at a call' },
  'standardisation.exit': { fr: 'personnes rendues par une structure qui quitte un contrat', en: 'people given back by a structure that leaves a contract' },
  'crossed-pathways.turn': { fr: 'ouverture ou fin d’un parcours de soins ou de justice', en: 'opening or end of a pathway of care or justice' },
  'crossed-pathways.month': { fr: 'rendez-vous manqué, départ pour un séjour', en: 'appointment missed, leaving for a stay' },
  'social-economy.proposal': { fr: 'personnes proposées à une entreprise d’insertion', en: 'people proposed to a social enterprise' },
  'social-economy.choice': { fr: 'rang parmi les personnes proposées', en: 'rank among those proposed' },
  'social-economy.stay': { fr: 'fin d’un séjour en insertion', en: 'end of a stay in insertion' },
  'meaning.reading': { fr: 'écart de lecture d’une règle', en: 'drift in the reading of a rule' },
  'populate.identity': { fr: 'identité professionnelle des structures au départ', en: 'professional identity of structures at the start' },
  'stacking.appointment': { fr: 'rendez-vous d’un dispositif tenu ou manqué', en: 'appointment of a scheme kept or missed' },
  'stacking.place': { fr: 'loterie pour une place dans un dispositif', en: 'lottery for a place in a scheme' },
  'collective-stance.door': { fr: 'personne non envoyée que l’on regarde', en: 'person not sent who is looked at' },
  'collective-stance.choice': { fr: 'tenir la position commune ou traiter à part', en: 'hold the common position or deal apart' },
  'collective-stance.funder': { fr: 'réponse d’un financeur à ceux qui tiennent', en: 'answer of a funder to those who hold' },
  'mobility.move': { fr: 'déménagement et zone choisie', en: 'move and zone chosen' },
  'mobility.rights': { fr: 'droits interrompus par un déménagement', en: 'rights interrupted by a move' },
  'mobility.dispute': { fr: 'accord ou litige sur la compétence', en: 'agreement or dispute over competence' },
  'uncertain-institution.invention': { fr: 'pratique trouvée ensemble', en: 'practice found together' },
  'uncertain-institution.meeting': { fr: 'rencontre entre agents de deux services', en: 'meeting of workers of two services' },
  'deliberation.launch': { fr: 'programme proposé et sa valeur cachée', en: 'programme proposed and its hidden worth' },
  'deliberation.view': { fr: 'erreur d’une évaluation commune', en: 'error of a common evaluation' },
  'deliberation.own': { fr: 'ce qu’une structure voit par ses personnes', en: 'what a structure sees through its own people' },
  'deliberation.stance': { fr: 'ce qu’une structure fait d’un programme', en: 'what a structure does about a programme' },
  'populate.structures': { fr: 'équipes du territoire au départ', en: 'teams of the territory at the start' },
  'arm.assign': { fr: 'bras d’un essai', en: 'arm of a trial' },
};

export const tableWords: Readonly<Record<string, { readonly name: Text; readonly row: Text }>> = {
  people: {
    name: { fr: 'Personnes', en: 'People' },
    row: {
      fr: 'Une ligne par adulte : au minimum social, y ayant droit sans le demander, sorti, ou entré depuis. Gravités et traits vont de 0 à 1.',
      en: 'One row per adult: on minimum income, entitled without claiming, gone from it, or come since. Severities and traits run from 0 to 1.',
    },
  },
  structures: {
    name: { fr: 'Structures', en: 'Structures' },
    row: {
      fr: 'Une ligne par structure. Les personnes y sont comptées en personnes réelles ; minutes et centimes sont entiers.',
      en: 'One row per structure. People are counted there as real people; minutes and cents are whole.',
    },
  },
  ties: {
    name: { fr: 'Liens', en: 'Ties' },
    row: {
      fr: 'Liens orientés d’une structure vers ses partenaires, en nombre de places fixe.',
      en: 'Directed ties from a structure to its partners, in a fixed number of slots.',
    },
  },
  funders: {
    name: { fr: 'Financeurs', en: 'Funders' },
    row: {
      fr: 'Une ligne par financeur, tout en centimes. Chaque mois : recettes + transferts reçus = dépenses + transferts versés + variation de la réserve − variation de la dette.',
      en: 'One row per funder, all in cents. Each month: income + transfers in = spending + transfers out + change of reserve − change of debt.',
    },
  },
  zones: {
    name: { fr: 'Zones', en: 'Zones' },
    row: {
      fr: 'Une ligne par zone du territoire. Offres, demandeurs, places et argent sont réels.',
      en: 'One row per zone of the territory. Vacancies, seekers, places and money are real.',
    },
  },
  roads: { name: { fr: 'Trajets', en: 'Travel' }, row: { fr: 'Une ligne par couple ordonné de zones.', en: 'One row per ordered pair of zones.' } },
  enterprises: {
    name: { fr: 'Entreprises d’insertion', en: 'Social enterprises' },
    row: {
      fr: 'Une ligne par sorte : les entreprises d’une même sorte répondent comme une seule sur le territoire. Personnes, heures et euros sont réels.',
      en: 'One row per kind: the enterprises of a kind in a territory answer as one. People, hours and euros are real.',
    },
  },
  refunds: {
    name: { fr: 'Barème de remboursement', en: 'Refund scale' },
    row: {
      fr: 'Une ligne par seuil du nombre de personnes payées dans une zone ; une seule, la part compensée, dans un département.',
      en: 'One row per threshold of the number of people paid in a zone; a single one, the share compensated, in a département.',
    },
  },
  schemes: {
    name: { fr: 'Dispositifs des financeurs', en: 'Schemes of funders' },
    row: { fr: 'Une ligne par dispositif. Personnes, places et centimes sont réels.', en: 'One row per scheme. People, places and cents are real.' },
  },
  programmes: {
    name: { fr: 'Programmes communs', en: 'Common programmes' },
    row: { fr: 'Une ligne par programme que l’argent du partenariat peut payer.', en: 'One row per programme that the partnership’s money can pay for.' },
  },
  cohort: {
    name: { fr: 'Cohorte', en: 'Cohort' },
    row: {
      fr: 'Membres de la cohorte du mois 0 sortis du modèle, comptés par ancienneté, travail, présence et retours, pour les niveaux publiés.',
      en: 'Members of the cohort of month 0 who left the model, counted by seniority, work, presence and returns, for published levels.',
    },
  },
};

export const roleWords: Words = {
  lever: { fr: 'levier', en: 'lever' },
  uncertainty: { fr: 'incertitude', en: 'uncertainty' },
  constant: { fr: 'constante', en: 'constant' },
};

/** Groups of parameters beneath the mechanisms, and groups of levers. */
export const groupWords: Words = {
  people: { fr: 'Qui sont les personnes', en: 'Who people are' },
  kernel: { fr: 'Décision des structures et technique de l’accompagnement', en: 'Decision of structures and technology of support' },
  labour: { fr: 'Fins d’emploi, autres sorties, retours', en: 'Ends of jobs, other ways out, returns' },
  zones: { fr: 'Zones et trajets', en: 'Zones and travel' },
  books: { fr: 'Comptes', en: 'Books' },
};
