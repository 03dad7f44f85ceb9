import { locator } from '../../shared/pickers/locator';

/** What stands in a picker of people, and which list it searches. */
interface PersonTexts {
	placeholder: string;
	hint: string;
	list?: { placeholder: string; search: string; hint?: string };
}

const PEOPLE: PersonTexts['list'] = { placeholder: 'Select a person...', search: 'searchUsers' };
const OTHERS = 'Not in the list? Choose ID, Email or Phone.';

/** A person, picked by name or entered in any way that Lark knows: a part of a property. */
export const personLocator = ({ placeholder, hint, list = PEOPLE }: PersonTexts) =>
	locator({
		list: { ...list, hint: [list.hint, OTHERS].filter(Boolean).join(' ') },
		typed: { displayName: 'ID, Email or Phone', name: 'address', placeholder, hint },
	});
