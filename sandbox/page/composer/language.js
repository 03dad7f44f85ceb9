import { find, showToast } from '../dom.js';
import { setLanguage } from '../people-api.js';

/** The language of the client of the person who writes. */
export class LanguageSwitch {
	/** @type {HTMLSelectElement} */
	#menu = find('#language');

	/** @param {() => string} me open_id of the person who writes */
	constructor(me) {
		this.#menu.addEventListener('change', () => {
			setLanguage(me(), this.#menu.value).catch((error) => showToast(error.message, 'error'));
		});
	}

	/** @param {import('../api.js').Chat} chat @param {string} me */
	show({ members }, me) {
		this.#menu.value = members.find(({ open_id: id }) => id === me)?.language ?? 'en_us';
	}
}
