import { proveClick, readProvenClick } from '../../../nodes/shared/decision/proof';
import type { Click } from '../../../nodes/shared/decision/decision';

const app = { appId: 'cli_a5b0c1d2e3f40516', appSecret: 'the app secret' };
const target = { executionId: '4711', nodeId: 'node', questionId: 'question' };
const now = 1_800_000_000_000;
const click: Click = {
	operator: { open_id: 'ou_1' },
	action: { tag: 'button', value: { answer: 'approve' }, form_value: { reason: '理由' } },
	message_id: 'om_1',
	chat_id: 'oc_1',
	at: now,
};

describe('the proof of a click', () => {
	const body = proveClick(click, target, app, now);

	it('gives the click that was handed over', () => {
		expect(readProvenClick(body, target, app, now + 1_000)).toEqual(click);
		expect(readProvenClick(JSON.parse(JSON.stringify(body)), target, app, now)).toEqual(click);
	});

	it.each([
		['another person', { click: JSON.stringify({ ...click, operator: { open_id: 'ou_2' } }) }],
		[
			'another answer',
			{ click: JSON.stringify({ ...click, action: { value: { answer: 'no' } } }) },
		],
		['another time', { sent_at: now + 1 }],
		['another proof', { proof: 'A'.repeat(43) }],
		['a proof cut off', { proof: String(body.proof).slice(0, 42) }],
		['no proof', { proof: undefined }],
		['an empty proof', { proof: '' }],
		['a proof that is a list', { proof: [body.proof] as unknown as string }],
		['a time that is a text', { sent_at: String(now) }],
		['a time that is no number', { sent_at: Number.NaN }],
		['a click that is an object', { click: click as unknown as string }],
	])('refuses the click with %s', (_what, changed) => {
		expect(readProvenClick({ ...body, ...changed }, target, app, now)).toBeUndefined();
	});

	it.each([
		['execution', { executionId: '4712' }],
		['node', { nodeId: 'other' }],
		['question', { questionId: 'other' }],
		['division of the same text', { executionId: '471', nodeId: '1node' }],
	])('refuses it for another %s', (_what, changed) => {
		expect(readProvenClick(body, { ...target, ...changed }, app, now)).toBeUndefined();
	});

	it('refuses it for another app, and after a minute', () => {
		expect(readProvenClick(body, target, { ...app, appSecret: 'other' }, now)).toBeUndefined();
		expect(readProvenClick(body, target, { ...app, appId: 'other' }, now)).toBeUndefined();
		for (const late of [-61_000, 61_000]) {
			expect(readProvenClick(body, target, app, now + late)).toBeUndefined();
		}
	});

	it.each([undefined, null, 'text', 1, [], {}])('refuses %j', (value) => {
		expect(readProvenClick(value, target, app, now)).toBeUndefined();
	});
});
