import type { Prose } from './prose.ts';

export const proseEn: Prose = {
  about: `This document describes the model by the ODD protocol (Grimm et al. 2020) with the questions that ODD+D adds on human decisions (Müller et al. 2013). Tables are printed from the declarations that the program runs on; purpose, patterns, design concepts and descriptions of submodels are written by hand.

- Grimm V. et al. (2020), The ODD Protocol for Describing Agent-Based and Other Simulation Models: A Second Update to Improve Clarity, Replication, and Structural Realism, *JASSS* 23(2) 7, https://doi.org/10.18564/jasss.4259
- Müller B. et al. (2013), Describing human decisions in agent-based models – ODD + D, an extension of the ODD protocol, *Environmental Modelling & Software* 48, https://doi.org/10.1016/j.envsoft.2013.06.003`,

  purpose: `Parcours compares sets of rules for helping people back into work and into their rights, on one territory. A rule book says who is judged on what, what is asked of people in return for minimum income, where money goes, who decides with whom. For each rule book the model follows the pathways of people, the work of the services that receive them and the accounts of those who pay, month by month; it says what differs between two rule books, how sure that is, and by which chain of causes it came about.

It explains and explores; it does not forecast. Its use is to follow written assumptions to their consequences, to find where a reform that is good on paper meets a cost nobody counted, and to show which assumptions a conclusion hangs on. Rules win or lose by what they do to hours, money, information and vacancies: none is given an advantage, and each lever costs money, minutes or delay.`,

  forWhom: `It is written for those who decide (elected members, State and département services, directors), for those who do the work (advisers, social workers, heads of associations), and for those who study or teach it. Questions it is meant for:

- What becomes of the people hardest to help when each service is judged apart, or several together?
- What do obligations and sanctions change, early and late, for those who find work and for those who give up their right?
- When does money moved from repair to social investment pay back, and when is it eaten first?
- What does a common grouping bring once its costs of transition are paid, and which of its missions brings it?
- What does contracting out change: who is taken on, who is parked, how alike do services become?
- What do trust between services, and the departure of those who carry it, do to all of the above?`,

  patterns: `A model of this kind is judged by the patterns it reproduces, each for the right reason. Every mechanism names the pattern it must show. A test plays the same people with the same luck with the mechanism and without it: the pattern must be there with it, beyond an interval, and gone without it. Beside these:

- with every mechanism off, what remains is a Markov chain whose exact solution is known, and the program meets it;
- exit rates fall with time on minimum income mostly because unlike people leave at unlike speeds, not because each declines;
- in slack labour markets, helping some sets others back more than in tight ones;
- published findings of no effect count as much as published gains: more coordination yields nothing where there are no homes, childcare places or vacancies to coordinate towards;
- people, cents, minutes and luck are conserved: no rule book creates or loses any.

Levels (minimum income ten years on, non-take-up, orientation, contracts) are set on published national figures and printed beside them with their gap. That is calibration, not a test.`,

  entities: `The whole state of a run is one stretch of memory: a header and the tables below. A column that holds several values for each row (one per need, per class, per use of time) gives their number as its width. Places in lists refer to the lists that follow the tables.`,

  scales: `- **Time**: one step is a month. A run lasts 120 months unless told otherwise (1 to 360), after 24 months of warm-up under default rules (months −24 to −1) which are the same for every rule book compared. Rules may change on given months.
- **Space**: one territory, cut into zones (employment areas or communes) that have their own vacancies, places and services; travel between zones is counted in minutes.
- **People**: 1,000 to 2,000,000 agents. An agent is an adult; each stands for a fixed number of real people. Structures, staff, funders, places, vacancies and money are real at any number of agents, so that thresholds and sizes of groups mean the same.
- **Units**: whole cents, whole minutes of staff time; severities and traits from 0 to 1.`,

  scheduling: `A month is a fixed order of seventeen phases. Within a phase structures read others as they stood when it began; people act; totals are merged after. Scarce places go by priority, then by a lottery number, then by identity: never by row, so that the order of rows changes nothing. Mechanisms act within a phase in the order of the list. A mechanism that is switched off is replaced by what stands in its place, if anything. Slow matters (needs, solutions held) are looked at once a quarter, each person in a month of his own.`,

  background: `**Where it comes from.** Five texts by practitioners and researchers of insertion name the mechanisms (marked S0 to S4): partnership and activation in Brussels (S0), the public service of insertion and its five missions (S1), the uncertain institution (S2), outsourcing and standardisation (S3), competition not to receive people (S4). Each was restated as a rule with its conditions and its limits; published evaluations give sizes and, as often, absence of effect.

**Hypotheses.** Services are bounded in what they can do by hours before all else. Hours of professional work are the common measure in which a structure weighs unlike things. People differ from the start, more than they change. Money owed is paid first. Trust between services is made by cases followed together, and leaves with those who carry it unless it has been written down somewhere.

**Evidence.** Each parameter states its grade: law, measured, estimated or assumed. Where nothing is published the value is assumed, has a plausible range, and is swept to see whether a conclusion survives.

**Emergence.** Refusals of people in difficulty, chains of bounces, creaming and parking, free-riding in large groups, overload spirals, gaps between declared and true, islands of trust, likeness of services: none is written as a rule. They come from payoffs, technology and information; only the vocabulary of acts is written.`,

  decision: `**Structures choose; people respond.** A structure chooses what to do with a person or a partner: accept, keep waiting or refuse; keep, pass on or close; tell all or part; declare or not. All such choices go through one function. It weighs each act over six months as a sum of named terms, all in hours of staff time (table below), then draws an act with chances proportional to exp(β × utility): better acts are likelier, none is certain. β is the sharpness of choices. No structure acts otherwise because of its name or legal form: they differ by their columns (who pays them, on what they are judged, skills, load, may they refuse).

**Objectives.** What counts for a structure is true exits to durable work and relief of needs wherever they happen, at a worth drawn for each; results that are counted for it, at what they bring near its target; hours, at their current price; what partners will remember. The price of an hour rises with load and is common to admission, support and parking.

**People** do not optimise. They claim, search, keep to obligations, give up or accept a hand-off at rates that depend on their needs, trust, distress, on the risk of sanction as they see it, and on who meets them.

**Norms, culture, space, time.** Professional norms enter as the worth of the mission, the cost of an untrue line to its author and the worth of practices held right; there is no culture beyond these. Space enters through zones and travel. Structures look six months ahead; the judged period and the calendars of funders set when results matter.

**Uncertainty.** Structures see people through a noisy reading of needs and sort them into twelve classes; they know others only by what they remember of them.`,

  learning: `Nobody optimises over past runs. Learning is local: people move their belief about the risk of sanction towards what they live and see, and forget it; structures keep a running count of who accepted whom and expect the same; ties gain or lose trust by how joint cases end; workers learn routines again after changes; a grouping narrows what it knows of unmet needs by surveys and moves money towards what looks best, errors included; services may take up the practices of others. Targets follow results by a ratchet. During the warm-up each territory learns the entries and the split among networks that hold its published numbers; from month 0 these no longer move.`,

  sensing: `People know their own needs and right only so far: an entitled person may not claim, and fears a risk that may be out of date. A structure does not see needs but a class read with error at orientation, corrected when files are read again; less error under a shared diagnosis. Of a person handed on it knows the part of the file that was passed, and believes it as far as the sender has been reliable. It reads others’ loads and waits as they stood at the end of the month before. Funders see declared results, and true ones only by audits. Sensing costs: meetings, reporting and surveys take hours from support. Indicators read the true state, which nobody in the model does.`,

  prediction: `A structure expects, for each class and over six months, the durable exits and relief its hours would bring, the results that would be counted, and the hours to be spent. It expects them by the same functions that later move people, applied to what it sees rather than to what is: errors come from reading and from lack of information, not from a second theory. Of partners it expects what they accepted in the past year or so. It does not foresee reforms nor what others will do in answer to its act.`,

  interaction: `Direct: people are sent to structures, wait, are received, refused or handed on; structures send each other people and parts of files, meet, and pool money. Indirect, and as strong: people compete for hours, for solutions (homes, care, transport, childcare, training) and for vacancies; funders’ overruns cut other lines; the price of an hour carries the load of some to the admission of others. Ties are directed, at most sixteen per structure, chosen at the start among neighbours and kept, made and lost by use.`,

  collectives: `Structures are teams, not single workers; who carries a tie is followed as a number. Judged groups are set by a lever: each alone, groups of about a given number of staff, or the whole territory; a structure feels part of a joint result as its own according to whom it meets. Networks (public employment service, département, associations…) share a place in lists, with no decision of their own unless a mechanism gives them one. A grouping (GIP) is a bundle of missions with common money, engineers and an arbiter. Households appear only by their type.`,

  heterogeneity: `People differ in age, household, place, seven needs that tend to come together, ability to search, trust, distress, tie to the territory, other benefits, and in a latent class of those who leave seldom. Structures differ in size, skills by group of needs, payers, worth given to the mission, whether they may refuse. Zones differ in vacancies, places, needs and distances. All decide by the same function with the same precision; what differs is what enters it. In a trial some people or structures, drawn by lottery, live under other values than the rest.`,

  stochasticity: `Chance enters where an event is individual and its cause lies outside the model (crises, hires, ends of jobs, checks, departures), where choices are not certain, where readings are noisy, and where scarce places are shared by lottery. Each draw is addressed by seed, replication, identity, month and purpose, and does not depend on what was drawn before: the same person meets the same luck under every rule book. Differences between rule books are therefore paired, and are reported with their interval over replications. The purposes are listed below.`,

  observation: `Each month is closed, then read: stocks of people and structures, flows of the month, accounts. Every indicator says what it counts, out of what, over which months, and which way is better if any; values for a comparison are paired differences between replications with a 95% interval, and a difference is claimed only after Holm’s correction. A sample of people may be followed one by one, each turn with its cause and, for choices, with the terms that weighed. Nothing observed enters the model again.`,

  initialisation: `The initial population is drawn for a territory and a replication, before any rule book is known. Numbers of adults paid and entitled come from the territory’s file; non-take-up, time already spent on minimum income, needs, household types and ages from published margins, each attribute from a stream of its own, so that a larger population extends a smaller one. Former beneficiaries are part of the population, by situation. Structures are cut into teams from the number of people each network leads and its files per worker; skills, payers and ties come from assumptions listed with the code. Vacancies are set where the unemployment of the territory keeps them; plans of funders, contracts and places stand where today’s spending keeps them up. Twenty-four months of warm-up under default rules let stocks settle: their last state is month 0, the same for every rule book.`,

  input: `A territory is a file of figures, each with its unit, year, evidence and source; those estimated carry their error. Figures do not change during a run: no external series drives the model. Recessions, reforms elsewhere and changes of rules are written by the user in a scenario as dated changes. The figures of a territory are these:`,

  submodels: `Each mechanism below stands in one file, can be switched off alone, and meets the others only through the state variables and the terms of choices. “Phases” lists when it acts; “when off” what stands in its place. Values are defaults; the plausible range is the one within which sensitivity is examined; role says whether a decision-maker may move it, nobody knows it, or nobody may.`,

  beneath: `Some things stand beneath all mechanisms and are never switched off.

**The price of an hour.** Hours h beyond the floor of a file give a share 1 − exp(−h ÷ h₀) of what a person of that class could gain in a month; h₀ is longer for harder cases. Hours go where the last one is worth most: a class whose full yield is worth w gets h₀ · ln(w ÷ (λ·h₀)), or nothing beyond the floor when w is under λ·h₀. λ is the price at which the hours there are run out; it is at least what an hour is worth outside files, and rises further when floors alone do not fit.

**Support.** Hours received raise a person’s search and relieve needs, the main one seen most; activity asked for takes from search; a file that came incomplete loses part of the yield. The decision function expects by these same functions.

**Jobs.** A person who searches meets vacancies at a hazard proportional to search, to readiness for durable ones, and to what a unit of search finds this month in the zone, and in those that can be reached. Jobs last, become durable, or end; a durable job ends more often in its first year than later, and calls of the service that placed someone avert part of the ends of short jobs. A month worked earns a month of unemployment insurance, up to the longest; a few hours beside the minimum income earn part of it; whoever has earned enough draws it after a job, until it is used up, and others are entitled to the minimum income at once. Others leave for other reasons, come back, grow old or go for good, at constant rates set on the published panel. Some on benefit take a few hours of work.

**Books.** Benefits are paid first; repair and investment follow; contracts are paid by twelfths less what was cut or lost. Structures pay wages, borrow up to an overdraft, then let workers go. Before month 0 the income of each funder is learnt from its spending; from month 0 it is what that plan called for, and what is missing comes from the reserve, then from debt.

**Results.** True durable exits are counted as they happen; a result is counted when a job has lasted as long as the definition asks, and goes to those whom the rule of credit names.`,

  levers: `Levers are what a user sets. Each says what it changes and what it costs, and whose mechanism carries that cost. A lever that is a bundle is only a way of writing its details.`,

  leftOut: `- **General equilibrium**: wages, prices, taxes and housing markets do not react. Other job seekers are numbers, not people. At the scale of a territory and a few years this is second to vacancies being limited, which is modelled.
- **Single workers**: a structure is a team with hours, morale and turnover. What one adviser’s manner gives that another’s does not is inside the spread of choices.
- **Changes of law and of price over time**: scales are constant, so that a difference between two rule books is theirs alone.
- **Households as units of decision**: each adult is followed alone; a partner’s income is part of the benefit only.
- **Health, justice and housing as systems**: they enter through needs, solutions, places and calendars, not through their own institutions.
- **Politics**: who decides on a rule book, and why, is left to its reader.
- **Real people**: the population is drawn from published margins. Nothing can be inferred about a person, a structure or a worker.`,
};
