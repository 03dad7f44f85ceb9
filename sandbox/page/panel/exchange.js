import { el } from '../dom.js';

/** @param {string} text JSON is indented, anything else stays as it is */
function readable(text) {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}

/**
 * Draws the request of a delivery, before it was encrypted, and the answer.
 *
 * @param {import('../api.js').Exchange} exchange
 * @returns {Node}
 */
export function drawExchange({ to, headers, envelope, answer }) {
	const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	return el(
		'div',
		{ className: 'exchange' },
		el('h4', {}, `Request to ${to}`),
		el('pre', {}, [...head, '', JSON.stringify(envelope, null, 2)].join('\n').trim()),
		el('h4', {}, answer ? `Answer, HTTP ${answer.status}` : 'No answer'),
		...(answer ? [el('pre', {}, readable(answer.body) || '(empty)')] : []),
	);
}
