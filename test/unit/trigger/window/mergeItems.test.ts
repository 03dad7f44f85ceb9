import type { INodeExecutionData } from 'n8n-workflow';

import { flatMessage } from '../../../../nodes/shared/events/flat';
import { readMessage } from '../../../../nodes/shared/events/message';
import { mergeItems } from '../../../../nodes/shared/trigger/window/mergeItems';
import { readWindow } from '../../../../nodes/shared/trigger/settings/window';
import { BOT, bot, received, user } from '../../events/messages';

function item(id: string, create_time: number, given: Parameters<typeof received>[0] = {}) {
	const message = { message_id: id, create_time: String(create_time), ...given.message };
	const event = received({ ...given, message });
	const json = flatMessage(event, readMessage(event, BOT)!, 'p2p:ou_tom', undefined);
	return { json } as INodeExecutionData;
}

const file = (key: string) => ({
	message_type: 'file',
	content: JSON.stringify({ file_key: key, file_name: `${key}.pdf` }),
});
const binary = (fileName: string) => ({ data: '', mimeType: 'application/pdf', fileName });

describe('the item of a window', () => {
	it('is that of the latest message, with the words of all in the order in which they were written', () => {
		const items = [
			item('om_2', 2_000, { text: 'and a question' }),
			item('om_1', 1_000, { text: 'Hello' }),
			item('om_3', 3_000, { text: '' }),
		];
		const { json } = mergeItems(items);
		expect(json).toMatchObject({
			message_id: 'om_3',
			text: 'Hello\nand a question',
			chatInput: 'Hello\nand a question',
			sessionId: 'p2p:ou_tom',
		});
		expect(json.messages).toEqual([items[1].json, items[0].json, items[2].json]);
	});

	it('says that the bot or somebody was mentioned when that was so in any of them', () => {
		const mentions = [bot('@_user_1'), user('@_user_2', 'Ann', 'ou_ann')];
		const { json } = mergeItems([
			item('om_1', 1, { text: '@_user_1 ask @_user_2', mentions }),
			item('om_2', 2, { text: 'please' }),
		]);
		expect(json).toMatchObject({ text: 'ask @Ann\nplease', is_mentioned: true });
		expect(json.mentions).toMatchObject([{ name: 'Helper' }, { name: 'Ann' }]);
	});

	it('numbers the files anew, says which message each is in, and keeps the warnings', () => {
		const [first, second, third] = [
			item('om_1', 1, { message: file('file_a') }),
			item('om_2', 2, { message: file('file_b') }),
			item('om_3', 3, { message: file('file_c') }),
		];
		first.binary = { attachment_0: binary('a') };
		second.json.warnings = ['file_b was not downloaded'];
		third.binary = { attachment_0: binary('c') };
		const joined = mergeItems([first, second, third]);
		expect(joined.json.attachments).toEqual([
			expect.objectContaining({ key: 'file_a', message_id: 'om_1' }),
			expect.objectContaining({ key: 'file_b', message_id: 'om_2' }),
			expect.objectContaining({ key: 'file_c', message_id: 'om_3' }),
		]);
		expect(joined.binary).toEqual({ attachment_0: binary('a'), attachment_2: binary('c') });
		expect(joined.json.warnings).toEqual(['file_b was not downloaded']);
	});
});

describe('the times of a window', () => {
	it('are off without one', () => {
		expect(readWindow({})).toBeUndefined();
		expect(readWindow({ window: 0, windowLimit: 5 })).toBeUndefined();
	});

	it('are in seconds; without a limit it is ten, or the window', () => {
		expect(readWindow({ window: 1.5, windowLimit: 4 })).toEqual({ quiet: 1_500, limit: 4_000 });
		expect(readWindow({ window: 2 })).toEqual({ quiet: 2_000, limit: 10_000 });
		expect(readWindow({ window: 20 })).toEqual({ quiet: 20_000, limit: 20_000 });
	});

	it.each([
		{ window: -1 },
		{ window: 'soon' },
		{ window: 5, windowLimit: 4 },
		{ window: 5, windowLimit: 31 },
	])('are refused when they make no sense: %j', (times) => {
		expect(() => readWindow(times)).toThrow(/Aggregation Window/);
	});
});
