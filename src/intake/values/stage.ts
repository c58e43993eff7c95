import { FUNNEL_STAGES, type FunnelStage } from '../../domain/lifecycle';
import { normaliseWord } from '../words/words';

/** What sales teams and marketing call the steps. The first list that knows a word wins. */
const WORDS: Readonly<Record<FunnelStage, string>> = {
  aware:
    'aware|awareness|lead|new lead|raw lead|suspect|impression|visitor|visit|reach|subscriber|new|open|contact|cold|bekannt|bekanntheit|aufmerksam|' +
    'open not contacted|not contacted|attempted to contact|lead in|' +
    'aufmerksamkeit|wahrnehmung|kontakt|erstkontakt|besucher|neu|newsletter|ad|ad view|attention',
  understands:
    'understands|understanding|understand|interest|interested|prospect|prospecting|inquiry|enquiry|mql|marketing qualified lead|marketing qualified|' +
    'informed|information|discovery|working|working contacted|contacted|contact made|pre qualified|appointment scheduled|engaged|brochure|versteht|verstehen|verständnis|interesse|interessent|interessiert|anfrage|informiert|beratung|education',
  considers:
    'considers|consideration|considering|consider|sql|sales qualified lead|sales qualified|qualified|qualification|qualifiziert|opportunity|engaging|' +
    'needs analysis|value proposition|qualified to buy|intent|comparison|erwägt|erwägung|überlegung|abwägung|bedarf|bedarfsanalyse|chance|verkaufschance|vergleich|desire|warm|preference',
  pre_sale:
    'id decision makers|identify decision makers|perception analysis|proposal price quote|proposal made|demo scheduled|presentation scheduled|' +
    'pre sale|presale|pre sales|presales|proposal|quote|quotation|offer|demo|demonstration|appointment|meeting|vorverkauf|vor dem kauf|angebot|' +
    'angebot erstellt|termin|vorführung|offerte|hot|shortlist',
  evaluates:
    'evaluates|evaluation|evaluating|evaluate|trial|free trial|test|pilot|negotiation|negotiating|negotiation review|negotiations started|decision maker bought in|contract sent|commit|prüfung|prüft|' +
    'bewertung|bewertet|evaluierung|probe|testphase|probephase|verhandlung|probefahrt|sample',
  customer:
    'customer|client|buyer|won|closed won|closed converted|win|purchase|purchased|bought|buy|sale|sold|converted|conversion|order|ordered|member|active|signed|action|' +
    'contract|kunde|käufer|kauf|gekauft|abschluss|abgeschlossen|gewonnen|bestellt|neukunde|aktiv|new customer|first purchase|vertrag|paid|onboarding',
  repeat_customer:
    'repeat customer|repeat|repeat buyer|returning|returning customer|loyal|loyalty|retention|retained|stammkunde|wiederkäufer|bestandskunde|existing customer',
  grown:
    'grown|growth|upsell|upsold|cross sell|cross sold|expansion|expanded|advocate|advocacy|champion|ausgebaut|ausbau|wachstum|empfehler',
};

const BY_WORD = new Map<string, FunnelStage>();
for (const stage of FUNNEL_STAGES) {
  for (const word of [stage, ...WORDS[stage].split('|')]) {
    const key = normaliseWord(word);
    if (!BY_WORD.has(key)) BY_WORD.set(key, stage);
  }
}

/** The funnel stage that a word means, or null (`lost` is no stage). Numbers before it are passed over: `02. Trial`, `3 - Demo`. */
export function readStage(text: string): FunnelStage | null {
  return BY_WORD.get(normaliseWord(text)) ?? BY_WORD.get(normaliseWord(text.replace(/^\W*\d+\W*/, ''))) ?? null;
}
