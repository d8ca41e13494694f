import type { Lever } from '../../src/engine/index.ts';
import { unitWords } from '../../src/io/i18n/index.ts';
import type { Dictionary } from '../i18n/index.ts';
import { say, stepOf, wordless } from '../parts/lever-words.ts';
import type { Lang } from '../state/document.ts';

interface LeverCardProps {
  readonly lever: Lever;
  /** Where it stands; null when a bundle's details amount to none of its levels. */
  readonly value: number | null;
  /** Where it stood before anything was moved. */
  readonly start: number | null;
  readonly moved: boolean;
  readonly id: string;
  readonly lang: Lang;
  readonly words: Dictionary;
  readonly onMove: (value: number) => void;
  readonly onReset: () => void;
}

const grades = { law: 'gradeLaw', measured: 'gradeMeasured', estimated: 'gradeEstimated', assumed: 'gradeAssumed' } as const;
const costs = { money: 'costMoney', minutes: 'costMinutes', delay: 'costDelay' } as const;

/** A small mark under the slider, where the lever stood at the start. */
function Ghost({ lever, start }: { readonly lever: Lever; readonly start: number | null }) {
  const [low, high] = lever.range;
  if (start === null) return null;
  const share = Math.max(0, Math.min(1, (start - low) / (high - low)));
  return (
    <svg class="ghost" height="8" aria-hidden="true">
      <circle cx={`${100 * share}%`} cy="3" r="3" />
    </svg>
  );
}

/** One lever: slider, number, words for its levels, where it started, what it changes and what it costs. */
export function LeverCard({ lever, value, start, moved, id, lang, words, onMove, onReset }: LeverCardProps) {
  const [low, high] = lever.range;
  const label = lever.label[lang];
  const step = stepOf(lever);
  const shown = value ?? lever.value;
  const move = (text: string) => {
    const next = Number(text);
    if (text.trim() === '' || !Number.isFinite(next)) return;
    const bounded = Math.max(low, Math.min(high, next));
    onMove(step >= 1 ? Math.round(bounded) : bounded);
  };
  return (
    <fieldset class="lever" id={id}>
      <legend>{label}</legend>
      <p class="lever-state">
        <span>{say(lever, value, lang, words)}</span>
        {moved && (
          <button type="button" class="small" aria-label={words.leverResetLong(label)} onClick={onReset}>
            {words.leverReset}
          </button>
        )}
      </p>
      <div class="lever-move">
        <div>
          <input
            type="range"
            min={low}
            max={high}
            step={step}
            value={shown}
            aria-label={label}
            aria-valuetext={say(lever, value, lang, words)}
            onInput={(event) => move(event.currentTarget.value)}
          />
          <Ghost lever={lever} start={start} />
        </div>
        <label class="lever-number">
          <span class="unseen">{words.leverValue(label)}</span>
          <input type="number" min={low} max={high} step={step} value={shown} onChange={(event) => move(event.currentTarget.value)} />
          {wordless.includes(lever.unit) || <span class="quiet unit">{unitWords(lever.unit, lang)}</span>}
        </label>
      </div>
      {moved && <p class="quiet">{words.leverGhost(say(lever, start, lang, words))}</p>}
      <div class="levels">
        {lever.levels?.map((level) => (
          <button key={level.value} type="button" class="small" aria-pressed={level.value === value} onClick={() => onMove(level.value)}>
            {level.label[lang]}
          </button>
        ))}
      </div>
      <dl class="lever-facts">
        <div>
          <dt>{words.leverChanges} </dt>
          <dd>{lever.meaning[lang]}</dd>
        </div>
        <div>
          <dt>{words.leverCosts(words[costs[lever.cost.kind]])} </dt>
          <dd>{lever.cost.meaning[lang]}</dd>
        </div>
        <div>
          <dt>{words.leverGrade} </dt>
          <dd>{words[grades[lever.evidence]]}.</dd>
        </div>
      </dl>
    </fieldset>
  );
}
