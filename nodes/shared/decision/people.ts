import type { JsonObject } from '../content/json';
import type { Person } from './question';

const KINDS = ['open_id', 'union_id', 'user_id'] as const;

/** Whether two descriptions are of one person: an ID of one kind is the same in both. */
export const isSamePerson = (one: Person, other: Person): boolean =>
	KINDS.some((kind) => Boolean(one[kind]) && one[kind] === other[kind]);

/** Whether a person is among others. */
export const includesPerson = (people: Person[], person: Person): boolean =>
	people.some((other) => isSamePerson(other, person));

/** Whether nothing tells if two descriptions are of one person: they have no kind of ID in common. */
const isUncertain = (one: Person, other: Person): boolean =>
	!KINDS.some((kind) => Boolean(one[kind]) && Boolean(other[kind]));

/** Whether a person could be among others, for all that is known: Lark tells the user_id only with a scope. */
export const mayBeAmong = (people: Person[], person: Person): boolean =>
	people.some((other) => isUncertain(other, person));

/** The kind of ID that Lark gives of a person, by its beginning. */
export const kindOfId = (id: string): 'union_id' | 'open_id' =>
	id.startsWith('on_') ? 'union_id' : 'open_id';

const idOf = (person: Person): string => person.open_id ?? person.union_id ?? person.user_id ?? '';

/**
 * A person in Markdown of a card: Lark shows the name, whether the app may read it or not.
 *
 * @see feishu-cards/card-json-v2-components/content-components/rich-text, person
 */
export const personTag = (person: Person): string =>
	`<person id='${idOf(person)}' show_name=true show_avatar=true style='normal'></person>`;

/**
 * People with their names and pictures, as an element of a card.
 *
 * @see feishu-cards/card-json-v2-components/content-components/user-list
 */
export const peopleElement = (people: Person[]): JsonObject => ({
	tag: 'person_list',
	persons: people.map((person) => ({ id: idOf(person) })),
	size: 'small',
	show_avatar: true,
	show_name: true,
});
