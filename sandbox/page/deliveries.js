import { clockTime, el, find } from './dom.js';

/**
 * @typedef {import('./api.js').App} App
 * @typedef {import('./api.js').Delivery} Delivery
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
	if (delivery.done) return `${failure}; given up`;
	if (retried || !delivery.nextAttemptAt) return failure;
	return `${failure}; next retry at ${exactTime(delivery.nextAttemptAt)}`;
}

/** The strip at the bottom: what became of the events. */
export class DeliveryStrip {
	/** @type {Map<string, Delivery>} */
	#deliveries = new Map();
	/** @type {App[]} */
	#apps = [];

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
		const newestFirst = [...this.#deliveries.values()].reverse().slice(0, ROWS_SHOWN);
		const seen = new Set();
		const rows = newestFirst.map((delivery) => {
			const key = `${delivery.appId} ${delivery.eventId}`;
			const retried = seen.has(key);
			seen.add(key);
			return this.#row(delivery, retried);
		});
		find('#deliveries tbody').replaceChildren(...rows);
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
	#row(delivery, retried) {
		const { at, eventType, eventId, appId, attempt, status, durationMs } = delivery;
		const app = this.#apps.find(({ app_id }) => app_id === appId)?.name ?? appId;
		const cells = [exactTime(at), eventType, app, attempt, status ?? 'none', `${durationMs} ms`];
		return el(
			'tr',
			{ title: `Event ${eventId}` },
			...cells.map((cell) => el('td', {}, String(cell))),
			el('td', { className: succeeded(delivery) ? 'ok' : 'failed' }, resultOf(delivery, retried)),
		);
	}
}
