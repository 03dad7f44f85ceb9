import { find } from '../dom.js';

/** The sections of the panel beside the chat, by the name on their button. */
const SECTIONS = ['deliveries', 'console'];

/** The panel beside the chat: one section at a time, or none. */
export class Panel {
	/** @type {HTMLElement} */
	#panel = find('#panel');
	#onOpen;

	/** @param {(section: string) => void} onOpen */
	constructor(onOpen) {
		this.#onOpen = onOpen;
		for (const section of SECTIONS) {
			find(`#open-${section}`).addEventListener('click', () => this.toggle(section));
		}
		find('#panel-close').addEventListener('click', () => this.#show(undefined));
	}

	/** @param {string} section */
	toggle(section) {
		const isShown = !this.#panel.hidden && !find(`#${section}`).hidden;
		this.#show(isShown ? undefined : section);
	}

	/** @param {string} section */
	open(section) {
		this.#show(section);
	}

	/** @param {string | undefined} shown */
	#show(shown) {
		this.#panel.hidden = shown === undefined;
		for (const section of SECTIONS) {
			find(`#${section}`).hidden = section !== shown;
			find(`#open-${section}`).ariaExpanded = String(section === shown);
		}
		if (shown) this.#onOpen(shown);
	}
}
