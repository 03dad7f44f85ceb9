import { fetchExchange } from '../api.js';
import { clockTime, el, find } from '../dom.js';
import { drawExchange } from './exchange.js';

/**
 * @typedef {import('../api.js').App} App
 * @typedef {import('../api.js').Delivery} Delivery
 */

const ROWS_SHOWN = 100;

/** @param {Delivery} delivery */
const succeeded = ({ status }) => status === 200;

/** @param {number} time */
const exactTime = (time) => clockTime(time, { timeStyle: 'medium' });

/**
 * @param {Delivery} delivery
 * @param {boolean} retried whether a later attempt is known
 */
function resultOf(delivery, retried) {
	if (succeeded(delivery)) return 'ok, HTTP 200';
	const failure = `failed: ${delivery.error ?? `HTTP ${delivery.status}`}`;
	if (delivery.done) return `${failure}; not repeated`;
	if (retried || !delivery.nextAttemptAt) return failure;
	return `${failure}; next retry at ${exactTime(delivery.nextAttemptAt)}`;
}

/** What became of the events and callbacks: the latest one in a line, all of them in the panel. */
export class DeliveryList {
	/** @type {Map<string, Delivery>} */
	#deliveries = new Map();
	/** @type {App[]} */
	#apps = [];
	/** The delivery whose request and answer are shown. @type {{ id: string, drawn: Node } | undefined} */
	#open;
	#onFailing;

	/** @param {(appIds: Set<string>) => void} onFailing called with the apps whose latest event has not arrived */
	constructor(onFailing) {
		this.#onFailing = onFailing;
	}

	/** @param {App[]} apps */
	setApps(apps) {
		this.#apps = apps;
		this.#render();
	}

	/** @param {Delivery[]} deliveries */
	show(deliveries) {
		this.#deliveries = new Map(deliveries.map((delivery) => [delivery.id, delivery]));
		this.#render();
	}

	/** @param {Delivery} delivery */
	put(delivery) {
		this.#deliveries.set(delivery.id, delivery);
		this.#render();
	}

	#render() {
		const all = [...this.#deliveries.values()];
		const newestFirst = all.slice(-ROWS_SHOWN).reverse();
		const seen = new Set();
		const rows = newestFirst.flatMap((delivery) => {
			const key = `${delivery.appId} ${delivery.eventId}`;
			const retried = seen.has(key);
			seen.add(key);
			return this.#rows(delivery, retried);
		});
		const none = el('li', { className: 'quiet' }, 'Nothing has been pushed yet.');
		find('#delivery-list').replaceChildren(...(rows.length > 0 ? rows : [none]));
		const latest = new Map(all.map((delivery) => [delivery.appId, delivery]));
		const failing = [...latest.values()].filter((delivery) => !succeeded(delivery));
		this.#onFailing(new Set(failing.map(({ appId }) => appId)));
		this.#renderLatest(newestFirst[0]);
	}

	/** @param {Delivery | undefined} latest */
	#renderLatest(latest) {
		const line = find('#latest');
		line.className = latest ? (succeeded(latest) ? 'ok' : 'failed') : '';
		line.textContent = latest
			? `${latest.eventType}, attempt ${latest.attempt}: ${resultOf(latest, false)}`
			: 'none yet';
	}

	/** @param {Delivery} delivery @param {boolean} retried */
	#rows(delivery, retried) {
		const { id, at, eventType, eventId, appId, attempt, durationMs } = delivery;
		const app = this.#apps.find(({ app_id }) => app_id === appId)?.name ?? appId;
		const isOpen = this.#open?.id === id;
		const button = el(
			'button',
			{
				type: 'button',
				className: 'delivery',
				title: `Event ${eventId}`,
				ariaExpanded: String(isOpen),
				onclick: () => void this.#toggle(id),
			},
			el('b', {}, eventType),
			el('time', {}, exactTime(at)),
			el('span', { className: succeeded(delivery) ? 'ok' : 'failed' }, resultOf(delivery, retried)),
			el('span', { className: 'quiet' }, `${app}, attempt ${attempt}, ${durationMs} ms`),
		);
		return [el('li', {}, button, ...(isOpen && this.#open ? [this.#open.drawn] : []))];
	}

	/** @param {string} id */
	async #toggle(id) {
		if (this.#open?.id === id) this.#open = undefined;
		else {
			const drawn = await fetchExchange(id).then(drawExchange, (/** @type {Error} */ error) =>
				el('p', { className: 'quiet' }, `No longer known: ${error.message}`),
			);
			this.#open = { id, drawn };
		}
		this.#render();
	}
}
