import { setRequestUrl, useLongConnection } from './api.js';
import { el, find, showError } from './dom.js';

/** @typedef {import('./api.js').App} App */

/** Where each app's events go, and the form that changes it, as in Lark's developer console. */
export class AppList {
	#onChange;
	#shown = '';

	/** @param {() => void} onChange called when a request URL has been saved */
	constructor(onChange) {
		this.#onChange = onChange;
	}

	/** @param {App[]} apps */
	show(apps) {
		const now = JSON.stringify(apps);
		if (now === this.#shown) return;
		this.#shown = now;
		find('#apps').replaceChildren(...apps.map((app) => this.#row(app)));
	}

	/** Says that the page has lost the sandbox. */
	showInterrupted() {
		this.#shown = '';
		find('#apps').replaceChildren(
			el('li', { className: 'lost' }, 'The sandbox does not answer. Trying to reconnect.'),
		);
	}

	/** @param {App} app */
	#row(app) {
		const { name } = app;
		const target = targetOf(app);
		const form = this.#form(app);
		const change = el(
			'button',
			{
				type: 'button',
				className: 'plain',
				ariaLabel: `Change the request URL of ${name}`,
				onclick: () => {
					form.hidden = !form.hidden;
				},
			},
			'Change',
		);
		return el(
			'li',
			{ className: target ? 'set' : 'unset' },
			el('b', {}, name),
			...(target
				? [` sends its events ${target} `, change]
				: [
						' has no request URL yet, so its events go nowhere. Publish a workflow with a Lark Trigger and paste its Production URL here:',
					]),
			form,
		);
	}

	/** @param {App} app */
	#form(app) {
		const { app_id: appId, name, request_url: url } = app;
		const input = el('input', {
			type: 'url',
			required: true,
			value: url ?? '',
			placeholder: 'http://localhost:5678/webhook/...',
			ariaLabel: `Request URL of ${name}`,
		});
		const error = el('p', { className: 'error', role: 'alert', hidden: true });
		/** @param {() => Promise<unknown>} change */
		const save = async (change) => {
			showError(form);
			try {
				await change();
				this.#onChange();
			} catch (reason) {
				showError(form, /** @type {Error} */ (reason).message);
			}
		};
		const longConnection = el(
			'button',
			{ type: 'button', className: 'plain', onclick: () => save(() => useLongConnection(appId)) },
			'Use the long connection',
		);
		const form = el(
			'form',
			{ className: 'row', hidden: targetOf(app) !== undefined },
			input,
			el('button', {}, 'Save'),
			longConnection,
			error,
		);
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void save(() => setRequestUrl(appId, input.value));
		});
		return form;
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
