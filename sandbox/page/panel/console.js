import {
	changeApp,
	createApp,
	fetchConsole,
	setRequestUrl,
	useLongConnection,
} from '../console-api.js';
import { el, fillSelect, find, showToast } from '../dom.js';
import { choiceList } from './choices.js';
import { facts } from './facts.js';
import { versionContent } from './versions.js';

/**
 * @typedef {import('../api.js').Console} Console
 * @typedef {import('../api.js').App} App
 */

/** The developer console: what an app is, may do and gets. What is changed here takes effect at once; changes by the API may need a version. */
export class DeveloperConsole {
	/** @type {HTMLSelectElement} */
	#choice = find('#console-app');
	#shown = '';
	/** Scopes that somebody has been sent here for, with commas. */
	#wanted = '';
	isOpen = false;

	constructor() {
		this.#choice.addEventListener('change', () => void this.#read());
		/** @type {HTMLFormElement} */
		const form = find('#new-app');
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			/** @type {HTMLInputElement} */
			const name = find('input', form);
			void this.#try(async () => {
				const { app_id: id } = await createApp(name.value);
				name.value = '';
				await this.open(id);
			});
		});
	}

	/** @param {App[]} apps */
	setApps(apps) {
		fillSelect(
			this.#choice,
			apps.map(({ app_id: value, name: label }) => ({ value, label })),
		);
		if (this.isOpen) void this.#read();
	}

	/** @param {string} [appId] by default the app that was shown last @param {string} [scopes] to be found, with commas */
	async open(appId, scopes = '') {
		this.isOpen = true;
		this.#wanted ||= scopes;
		if (appId) {
			const isListed = [...this.#choice.options].some(({ value }) => value === appId);
			if (!isListed) this.#choice.append(el('option', { value: appId, textContent: appId }));
			this.#choice.value = appId;
		}
		await this.#read();
	}

	async #read() {
		await this.#try(async () => this.#draw(await fetchConsole(this.#choice.value)));
	}

	/** @param {Console} app */
	#draw(app) {
		const now = JSON.stringify(app);
		if (now === this.#shown) return;
		this.#shown = now;
		const { app_id: id } = app;
		/** @param {Parameters<typeof changeApp>[1]} change */
		const change = (change) => void this.#try(async () => this.#keep(await changeApp(id, change)));
		find('#console-content').replaceChildren(
			this.#credentials(app),
			this.#subscription(app),
			choiceList('Events and callbacks', app.events, (events) => change({ events })),
			choiceList('Scopes', app.scopes, (scopes) => change({ scopes }), this.#wanted),
			section('App and versions', ...versionContent(app, (attempt) => void this.#try(attempt))),
			redirectUrls(app, (redirect_urls) => change({ redirect_urls })),
		);
	}

	/** Does not draw anew what the person has just ticked. @param {Console} app */
	#keep(app) {
		this.#shown = JSON.stringify(app);
	}

	/** @param {Console} app */
	#credentials(app) {
		const known = {
			'App ID': app.app_id,
			'App Secret': app.app_secret,
			'Verification Token': app.verification_token,
			'Encrypt Key': app.encrypt_key,
			'Base URL': location.origin,
		};
		return section('Credentials & Basic Info', facts(known));
	}

	/** @param {Console} app */
	#subscription(app) {
		const { app_id: id, name, request_url: url, long_connection: isLong, connections } = app;
		const input = el('input', {
			type: 'url',
			required: true,
			value: url,
			placeholder: 'http://localhost:5678/webhook/...',
			ariaLabel: `Request URL of ${name}`,
		});
		const form = el('form', { className: 'row' }, input, el('button', {}, 'Save'));
		form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#try(() => setRequestUrl(id, input.value));
		});
		const open = `${connections} client${connections === 1 ? '' : 's'} connected`;
		return section(
			'Event subscription',
			el('p', {}, isLong ? 'Over the long connection.' : 'By pushes to the request URL.'),
			el('label', {}, 'Request URL: the Production URL of a Lark Trigger'),
			form,
			el('p', { className: 'row' }, `Long connection: ${open}.`, this.#longConnection(app)),
		);
	}

	/** @param {Console} app */
	#longConnection({ app_id: id, long_connection: isLong, connections }) {
		const onclick = () => void this.#try(() => useLongConnection(id));
		const disabled = isLong || connections === 0;
		return el('button', { type: 'button', disabled, onclick }, 'Use the long connection');
	}

	/** @param {() => Promise<unknown>} change */
	async #try(change) {
		try {
			await change();
		} catch (error) {
			showToast(/** @type {Error} */ (error).message, 'error');
		}
	}
}

/** @param {string} title @param {...Node} content */
const section = (title, ...content) => el('section', {}, el('h3', {}, title), ...content);

/** @param {Console} app @param {(urls: string[]) => void} onChange */
function redirectUrls({ redirect_urls: urls, name }, onChange) {
	const text = el('textarea', {
		value: urls.join('\n'),
		rows: 3,
		ariaLabel: `Redirect URLs of ${name}`,
		placeholder: 'One address in each line',
	});
	const form = el('form', {}, text, el('button', {}, 'Save'));
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		onChange(text.value.split(/\s+/).filter(Boolean));
	});
	return section('Redirect URLs', form);
}
