import { normaliseWord } from './words';

/** Columns that no field claims, by what they are called: letters and digits only, without accents. */
const HEADERS = {
  given:
    /^(?:customer|client|contact|billing)?(?:given|first|fore|christian)names?$|^vornamen?$|^prenoms?$|^nombres?$|^primeironome$|^voornaam$|^imie$/,
  surname:
    /^(?:customer|client|contact|billing)?(?:sur|last|family)names?$|^nachnamen?$|^familiennamen?$|^zunamen?$|^nomdefamille$|^apellidos?$|^sobrenome$|^cognome$|^achternaam$|^nazwisko$/,
  street: /^(?:street(?:name|address)?|address(?:line)?1?|strasse|anschrift|adresse|strasse(?:und)?hausnummer)$/,
  number: /^(?:street|house|building)(?:number|no|nr)$|^haus(?:nummer|nr)$/,
  tax_id:
    /^(?:tax|vat|fiscal)(?:id|no|nr|number)$|^(?:ssn|socialsecurity(?:id|no|nr|number)?|socsecid|nationalid|nino|nationalinsurance(?:no|nr|number))$|^(?:ust|umsatzsteuer)id(?:nr)?$|^steuer(?:id|nummer|nr)$/,
} as const;
export type PersonColumn = keyof typeof HEADERS;

/** What an unmapped column says of a person, by its header; null where it says nothing. */
export function personHeader(name: string): PersonColumn | null {
  const word = normaliseWord(name);
  return (Object.keys(HEADERS) as PersonColumn[]).find((kind) => HEADERS[kind].test(word)) ?? null;
}
