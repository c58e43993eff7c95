import { itemAt, type RandomStream } from '../foundations/random';

/** Names under .example belong to nobody, by RFC 2606. */
const HOSTS = ['post.example', 'mail.example', 'web.example', 'inbox.example'];

/** E-mail addresses, no two alike. */
export class Mailboxes {
  readonly #taken = new Set<string>();

  open(random: RandomStream, firstName: string, lastName: string): string {
    const first = firstName.toLowerCase().replace(/[^a-z]/g, '');
    const last = lastName.toLowerCase().replace(/[^a-z]/g, '');
    const local = random.pick([`${first}.${last}`, `${first.charAt(0)}.${last}`, `${first}${last}`]);
    const host = itemAt(HOSTS, random.weighted([5, 4, 2, 1]));
    let address = `${local}@${host}`;
    while (this.#taken.has(address)) address = `${local}${random.between(2, 999)}@${host}`;
    this.#taken.add(address);
    return address;
  }
}
