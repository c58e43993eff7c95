import { normaliseWord } from '../words/words';

export type Strategy = 'reward' | 'penalty' | 'none';

const WORDS: Readonly<Record<Strategy, string>> = {
  reward:
    'reward|rewards|rewarded|bonus|loyalty bonus|loyalty|incentive|gift|prämie|belohnung|treuebonus|treueprämie|vorteil|treue',
  penalty:
    'penalty|penalties|fee|cancellation fee|exit fee|early termination fee|strafe|strafgebühr|vertragsstrafe|sanktion|gebühr|kündigungsgebühr',
  none: 'none|no|neither|nothing|control|without|keine|kein|keins|nein|ohne|nichts|kontrolle|kontrollgruppe',
};
const BY_WORD = new Map(
  (Object.keys(WORDS) as Strategy[]).flatMap((strategy) =>
    WORDS[strategy].split('|').map((word) => [normaliseWord(word), strategy] as const),
  ),
);

/** The retention strategy that a word means; other words stand as they are, as groups of their own. */
export const readStrategy = (text: string): string => BY_WORD.get(normaliseWord(text)) ?? text;
