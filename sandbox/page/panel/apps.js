import { el, find } from '../dom.js';

/** @typedef {import('../api.js').App} App */

/** The line at the bottom: where each app's events go, and whether the latest one has arrived. */
export class AppList {
	#onChange;
	#shown = '';
	/** @type {App[]} */
	#apps = [];
	/** @type {Set<string>} */
	#failing = new Set();

	/** @param {(appId: string) => void} onChange called when somebody wants to change where the events go */
	constructor(onChange) {
		this.#onChange = onChange;
	}

	/** @param {App[]} apps */
	show(apps) {
		this.#apps = apps;
		this.#draw();
	}

	/** @param {Set<string>} failing app_ids whose latest event has not arrived */
	setFailing(failing) {
		this.#failing = failing;
		this.#draw();
	}

	/** Says that the page has lost the sandbox. */
	showInterrupted() {
		this.#shown = '';
		find('#apps').replaceChildren(
			el('li', { className: 'lost' }, 'The sandbox does not answer. Trying to reconnect.'),
		);
	}

	#draw() {
		const now = JSON.stringify([this.#apps, [...this.#failing]]);
		if (now === this.#shown) return;
		this.#shown = now;
		find('#apps').replaceChildren(...this.#apps.map((app) => this.#row(app)));
	}

	/** @param {App} app */
	#row(app) {
		const { app_id: id, name } = app;
		const target = targetOf(app);
		const state = !target ? 'unset' : this.#failing.has(id) ? 'failing' : 'set';
		const change = el(
			'button',
			{
				type: 'button',
				className: 'plain',
				ariaLabel: `Change the request URL of ${name}`,
				onclick: () => this.#onChange(id),
			},
			target ? 'Change' : 'Set it',
		);
		const text = target
			? ` sends its events ${target}.`
			: ' has no request URL yet, so its events go nowhere. ';
		const failing = state === 'failing' ? ' (the latest event has not arrived)' : '';
		const words = el(
			'span',
			{ title: `${name}${failing}${text}` },
			el('b', {}, name),
			failing,
			text,
		);
		return el('li', { className: state }, words, change);
	}
}

/**
 * @param {App} app
 * @returns {string | undefined} where its events go; undefined when they go nowhere
 */
function targetOf({ request_url: url, long_connection }) {
	if (long_connection) return 'over its long connection';
	return url ? `to ${url}` : undefined;
}
