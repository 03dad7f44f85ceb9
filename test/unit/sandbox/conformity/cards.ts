import type { SandboxSetup } from '../support';
import type { Calls } from './calls';

const CARD = {
	schema: '2.0',
	config: { streaming_mode: true },
	body: { elements: [{ tag: 'markdown', element_id: 'text', content: 'Hi' }] },
};
const MORE = [{ tag: 'markdown', element_id: 'more', content: 'More' }];

/** A successful call of every API of CardKit. */
export const cardCalls: Calls = {
	'cardkit.v1.card.create': (b) => created(b),
	'cardkit.v1.card.update': (b) =>
		change(b, 'PUT', '', { card: { type: 'card_json', data: JSON.stringify(CARD) } }),
	'cardkit.v1.card.settings': (b) =>
		change(b, 'PATCH', '/settings', { settings: '{"config":{"streaming_mode":false}}' }),
	'cardkit.v1.card.batch_update': (b) =>
		change(b, 'POST', '/batch_update', {
			actions: JSON.stringify([{ action: 'delete_elements', params: { element_ids: ['text'] } }]),
		}),
	'cardkit.v1.card.id_convert': async (b) => {
		const { message_id } = (await b.send('interactive', CARD)).body.data;
		return b.call('POST', 'cardkit/v1/cards/id_convert', { body: { message_id } });
	},
	'cardkit.v1.card_element.create': (b) =>
		change(b, 'POST', '/elements', { type: 'append', elements: JSON.stringify(MORE) }),
	'cardkit.v1.card_element.update': (b) =>
		change(b, 'PUT', '/elements/text', { element: JSON.stringify(MORE[0]) }),
	'cardkit.v1.card_element.patch': (b) =>
		change(b, 'PATCH', '/elements/text', { partial_element: '{"content":"Ho"}' }),
	'cardkit.v1.card_element.delete': (b) => change(b, 'DELETE', '/elements/text', {}),
	'cardkit.v1.card_element.content': (b) =>
		change(b, 'PUT', '/elements/text/content', { content: 'Hi, there' }),
};

function created(b: SandboxSetup) {
	const body = { type: 'card_json', data: JSON.stringify(CARD) };
	return b.call('POST', 'cardkit/v1/cards', { body });
}

async function change(b: SandboxSetup, method: string, path: string, body: object) {
	const { card_id } = (await created(b)).body.data;
	return b.call(method, `cardkit/v1/cards/${card_id}${path}`, { body: { ...body, sequence: 1 } });
}
