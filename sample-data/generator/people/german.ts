import { itemAt } from '../foundations/random';

export const GERMAN_WOMEN = (
  'Anna Anke Annika Antje Barbara Birgit Birte Britta Carolin Charlotte Christa Claudia Daniela Elif Elke Emma Frauke Gisela Greta Hanna ' +
  'Heike Ida Ines Inga Jana Johanna Jördis Julia Karin Katharina Kerstin Lara Lea Lena Luise Maike Mareike Maria Marie Martina Meike ' +
  'Merle Mia Monika Nele Nicole Petra Renate Sabine Sandra Silke Sofia Stefanie Svenja Swantje Tanja Ursula Wiebke Yasemin'
).split(' ');

export const GERMAN_MEN = (
  'Ahmet Andreas Arne Bernd Björn Bruno Carsten Christian Daniel Detlef Dirk Emil Enno Felix Finn Florian Frank Fritz Georg Götz Günter ' +
  'Hannes Hans Hauke Heiko Henning Holger Ingo Jakob Jan Jens Jonas Jörg Jürgen Kai Karl Klaus Lars Leon Lukas Malte Marco Markus ' +
  'Matthias Mehmet Michael Moritz Niklas Noah Ole Olaf Oskar Paul Peter Ralf Sönke Sören Stefan Sven Thomas Thorsten Tim Torben Uwe Volker'
).split(' ');

export const GERMAN_LAST_NAMES = (
  'Albrecht Arnold Bauer Becker Behrens Bergmann Böhm Böttcher Brandt Braun Busch Carstens Christiansen Claußen Dietrich Dreyer Ebert ' +
  'Engel Ernst Fischer Franke Frank Friedrich Fuchs Funk Geiger Graf Groß Günther Haas Hagen Hahn Hansen Hartmann Hinrichs Hoffmann Horn ' +
  'Huber Jäger Jahn Jansen Jensen Jürgensen Kaiser Kaya Keller Klein Köhler König Kraft Krämer Krause Krüger Kuhn Lang Lange Lehmann ' +
  'Lorenz Ludwig Lüders Maier Martens Matthiesen Mayer Meyer Möller Mohr Müller Neumann Nissen Otto Öztürk Petersen Pfeiffer Pohl Reimers ' +
  'Richter Riedel Roth Sauer Schäfer Schmidt Schmitz Schneider Scholz Schöttler Schröder Schubert Schulz Schütt Schwarz Seidel Simon ' +
  'Sommer Stein Stüben Thiel Thomsen Timm Ulrich Vogel Voß Wagner Walter Weber Weiß Wendt Werner Winkler Wolff Yilmaz Ziegler Zimmermann'
).split(' ');

export interface GermanTown {
  city: string;
  state: string;
  /** The first three digits of its postcodes. */
  postcodePrefix: string;
  weight: number;
}

export const GERMAN_TOWNS: readonly GermanTown[] = [
  { city: 'Hamburg', state: 'Hamburg', postcodePrefix: '203', weight: 22 },
  { city: 'Lübeck', state: 'Schleswig-Holstein', postcodePrefix: '235', weight: 9 },
  { city: 'Kiel', state: 'Schleswig-Holstein', postcodePrefix: '241', weight: 9 },
  { city: 'Flensburg', state: 'Schleswig-Holstein', postcodePrefix: '249', weight: 5 },
  { city: 'Neumünster', state: 'Schleswig-Holstein', postcodePrefix: '245', weight: 3 },
  { city: 'Rostock', state: 'Mecklenburg-Vorpommern', postcodePrefix: '180', weight: 6 },
  { city: 'Schwerin', state: 'Mecklenburg-Vorpommern', postcodePrefix: '190', weight: 3 },
  { city: 'Bremen', state: 'Bremen', postcodePrefix: '281', weight: 9 },
  { city: 'Oldenburg', state: 'Niedersachsen', postcodePrefix: '261', weight: 5 },
  { city: 'Osnabrück', state: 'Niedersachsen', postcodePrefix: '490', weight: 4 },
  { city: 'Göttingen', state: 'Niedersachsen', postcodePrefix: '370', weight: 3 },
  { city: 'Hannover', state: 'Niedersachsen', postcodePrefix: '301', weight: 8 },
  { city: 'Münster', state: 'Nordrhein-Westfalen', postcodePrefix: '481', weight: 4 },
  { city: 'Köln', state: 'Nordrhein-Westfalen', postcodePrefix: '506', weight: 5 },
  { city: 'Düsseldorf', state: 'Nordrhein-Westfalen', postcodePrefix: '402', weight: 4 },
  { city: 'Würzburg', state: 'Bayern', postcodePrefix: '970', weight: 2 },
];

/** Number ranges that the Bundesnetzagentur keeps free for film and television. */
const DRAMA_RANGES = ['030 23125', '069 90009', '040 66969', '0221 4710', '089 99998'];

/** A different number for each index up to 4,999. */
export function germanPhone(index: number): string {
  const range = itemAt(DRAMA_RANGES, index % DRAMA_RANGES.length);
  return range + String(Math.floor(index / DRAMA_RANGES.length)).padStart(3, '0');
}

const TRANSLITERATIONS: readonly [from: string, to: string][] = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['ß', 'ss'],
  ['Ä', 'Ae'],
  ['Ö', 'Oe'],
  ['Ü', 'Ue'],
];

/** Umlauts as they are written in addresses of e-mails. */
export function withoutUmlauts(text: string): string {
  return TRANSLITERATIONS.reduce((written, [from, to]) => written.replaceAll(from, to), text);
}
