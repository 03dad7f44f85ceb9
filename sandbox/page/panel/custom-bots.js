import { el, find, showError } from '../dom.js';
import { addCustomBot, fetchCustomBots, removeCustomBot } from '../people-api.js';
import { facts } from './facts.js';

/** @typedef {import('../people-api.js').CustomBot} CustomBot */

/** The custom bots in the settings of a group: their addresses, and a form for another one. All of it takes effect at once. */
export class CustomBotList {
	/** @type {HTMLElement} */
	#section = find('#custom-bots');
	/** @type {HTMLFormElement} */
	#form = find('form', this.#section);
	#chatId = '';

	constructor() {
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			void this.#try(async () => {
				const { name, sign, keywords } = this.#entered();
				await addCustomBot(this.#chatId, { name, sign, keywords });
				this.#form.reset();
			});
		});
	}

	/** @param {string | undefined} chatId of the group; without one there is nothing to show */
	show(chatId) {
		this.#section.hidden = !chatId;
		this.#chatId = chatId ?? '';
		this.#form.reset();
		find('ul', this.#section).replaceChildren();
		if (chatId) void this.#try(async () => {});
	}

	#entered() {
		const data = new FormData(this.#form);
		const words = String(data.get('keywords')).split(',');
		return {
			name: String(data.get('bot-name')).trim(),
			sign: data.has('sign'),
			keywords: words.map((word) => word.trim()).filter(Boolean),
		};
	}

	/** @param {CustomBot} bot */
	#row(bot) {
		const onclick = () => void this.#try(() => removeCustomBot(bot.hook_id));
		const ariaLabel = `Remove ${bot.name}`;
		return el(
			'li',
			{},
			el(
				'p',
				{ className: 'row' },
				el('b', {}, bot.name),
				el('button', { type: 'button', className: 'plain', ariaLabel, onclick }, 'Remove'),
			),
			facts({
				'Webhook URL': bot.webhook_url,
				'Signing Secret': bot.signing_secret,
				Keywords: bot.keywords.join(', '),
				'Base URL': location.origin,
			}),
		);
	}

	/** Changes something, and draws what there is then. @param {() => Promise<unknown>} change */
	async #try(change) {
		showError(this.#form);
		try {
			await change();
			const bots = await fetchCustomBots(this.#chatId);
			find('ul', this.#section).replaceChildren(...bots.map((bot) => this.#row(bot)));
		} catch (error) {
			showError(this.#form, /** @type {Error} */ (error).message);
		}
	}
}
