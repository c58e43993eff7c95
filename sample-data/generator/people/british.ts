import { itemAt, type RandomStream } from '../foundations/random';

export const BRITISH_FIRST_NAMES = (
  'Alice Amelia Andrew Anna Arthur Beatrice Ben Brian Caroline Charlotte Chloe Daisy Daniel David Derek Eleanor Elizabeth Emily Emma ' +
  'Farah Fiona Florence Frances George Grace Hannah Harriet Harry Helen Henry Imogen Imran Isla Jack James Jane Jessica Joanna John ' +
  'Joseph Julia Karen Katherine Keith Laura Lewis Liam Lucy Margaret Maria Mark Martin Matthew Megan Michael Mohammed Molly Natasha ' +
  'Nathan Nicholas Nora Oliver Olivia Oscar Patricia Paul Peter Philippa Priya Rachel Ravi Rebecca Richard Robert Rose Rosie Ruth ' +
  'Samuel Sarah Sean Simon Sophie Stephen Susan Tariq Theo Thomas Tom Victoria Wendy William Yasmin Zara'
).split(' ');

export const BRITISH_LAST_NAMES = (
  'Abbott Ahmed Akhtar Allen Anderson Armstrong Atkins Bailey Baker Barlow Barnes Bennett Birch Blackwell Bradshaw Brook Butler Carter ' +
  'Chambers Chapman Clarke Coleman Collins Cooper Crawford Cross Davies Dawson Dixon Douglas Doyle Dunn Edwards Ellis Evans Farrow ' +
  'Fisher Fletcher Forster Fox Gallagher Gibson Gill Graham Grant Greenwood Griffiths Hale Hamilton Harding Harper Hart Harvey Hawkins ' +
  'Hayes Heath Hobbs Holland Holt Hughes Hunter Hussain Ingram Jackson Jarvis Jenkins Kaur Kelly Kendall Khan Kirby Knight Lambert ' +
  'Larkin Lawson Lloyd Lowe Lynch Malik Marsh Mason Matthews Mccarthy Mellor Miller Mistry Moore Morgan Murray Nash Newton Nolan ' +
  "O'Brien O'Connor Oakley Osborne Page Palmer Parker Patel Payne Perkins Pickering Porter Pratt Quinn Ramsay Reeves Reid Rhodes " +
  'Richards Robson Rowe Russell Sanders Saunders Sharma Shaw Shepherd Singh Slater Stanton Stone Sutton Talbot Tate Thornton Todd Tucker ' +
  'Turner Underwood Vaughan Wade Walsh Ward Watts Webb West Whitaker Wilkins Winter Woodward Yates Young'
).split(' ');

export interface BritishTown {
  city: string;
  region: string;
  postcodeArea: string;
}

export const BRITISH_TOWNS: readonly BritishTown[] = [
  { city: 'Bristol', region: 'South West', postcodeArea: 'BS' },
  { city: 'Bath', region: 'South West', postcodeArea: 'BA' },
  { city: 'Exeter', region: 'South West', postcodeArea: 'EX' },
  { city: 'Plymouth', region: 'South West', postcodeArea: 'PL' },
  { city: 'Gloucester', region: 'South West', postcodeArea: 'GL' },
  { city: 'Taunton', region: 'South West', postcodeArea: 'TA' },
  { city: 'Oxford', region: 'South East', postcodeArea: 'OX' },
  { city: 'Reading', region: 'South East', postcodeArea: 'RG' },
  { city: 'Brighton', region: 'South East', postcodeArea: 'BN' },
  { city: 'Southampton', region: 'South East', postcodeArea: 'SO' },
  { city: 'Cardiff', region: 'Wales', postcodeArea: 'CF' },
  { city: 'Swansea', region: 'Wales', postcodeArea: 'SA' },
  { city: 'Newport', region: 'Wales', postcodeArea: 'NP' },
  { city: 'Birmingham', region: 'Midlands', postcodeArea: 'B' },
  { city: 'Worcester', region: 'Midlands', postcodeArea: 'WR' },
  { city: 'Nottingham', region: 'Midlands', postcodeArea: 'NG' },
  { city: 'Leeds', region: 'North', postcodeArea: 'LS' },
  { city: 'Manchester', region: 'North', postcodeArea: 'M' },
  { city: 'York', region: 'North', postcodeArea: 'YO' },
  { city: 'Norwich', region: 'East', postcodeArea: 'NR' },
];

export function britishPostcode(random: RandomStream, town: BritishTown): string {
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  const unit = letters.charAt(random.below(letters.length)) + letters.charAt(random.below(letters.length));
  return `${town.postcodeArea}${random.between(1, 19)} ${random.between(1, 9)}${unit}`;
}

/** Number ranges that Ofcom keeps free for drama, so that no one is ever rung. */
const DRAMA_RANGES = [
  '01134960',
  '01144960',
  '01154960',
  '01164960',
  '01174960',
  '01184960',
  '01214960',
  '01314960',
  '01414960',
  '01514960',
  '01614960',
  '02079460',
  '07700900',
  '01632960',
];

/** A different number for each index up to 13,999. */
export function britishPhone(index: number): string {
  const range = itemAt(DRAMA_RANGES, index % DRAMA_RANGES.length);
  return range + String(Math.floor(index / DRAMA_RANGES.length)).padStart(3, '0');
}
