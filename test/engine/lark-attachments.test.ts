import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Chat } from '../../sandbox';
import { itemWithFile } from './harness';
import { byAddress, openLarkNode, type LarkNode } from './lark-node';

const post = { content: [[{ tag: 'text', text: 'The report' }]] };
const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |';

const binary = { attachmentSource: 'binary', binaryPropertyName: 'data' };
const byKey = (fileKey: string) => ({ attachmentSource: 'key', fileKey });

describe('Lark node: files below a text', () => {
	let lark: LarkNode;
	let group: Chat;
	let item: INodeExecutionData;

	beforeAll(async () => {
		lark = await openLarkNode();
		[group] = lark.sandbox.world.chats;
		const bytes = Buffer.from('a,b\n1,2');
		item = await itemWithFile(bytes, { fileName: 'report.csv', mimeType: 'text/csv' });
	});
	beforeEach(() => {
		lark.reset();
		group.messages.length = 0;
	});
	afterAll(async () => await lark.sandbox.close());

	const send = async (
		fields: IDataObject,
		attachment: IDataObject[],
		options: IDataObject = {},
		executionId?: string,
	) =>
		await lark.run(
			{
				...{ resource: 'message', operation: 'send', receiver: byAddress(group.chatId) },
				...fields,
				options: { ...options, attachments: { attachment } },
			} as INodeParameters,
			{ items: [item], executionId },
		);
	const uploaded = (key: string) =>
		lark.sandbox.world.addResource({
			...{ key, kind: 'file', type: 'stream', fileName: 'plan.pdf' },
			...{ contentType: 'application/pdf', bytes: Buffer.from('plan') },
			owner: { type: 'app', appId: lark.sandbox.app.appId },
		}).key;
	const sent = () =>
		group.messages.map(
			({ msgType, content }) => ({ msgType, ...JSON.parse(content) }) as IDataObject,
		);
	const paths = () => lark.sandbox.requests.map(({ path }) => path);

	it('are uploaded and sent with a rich text, and read back with their names', async () => {
		const rows = [binary, byKey(uploaded('file_v3_1'))];
		const { items, error } = await send({ msgType: 'post', post }, rows);
		expect(error).toBeUndefined();
		const [{ files }] = sent();
		expect(files).toEqual([
			{ file_key: expect.stringMatching(/^file_/), file_name: 'report.csv', is_folder: false },
			{ file_key: 'file_v3_1', file_name: 'plan.pdf', is_folder: false },
		]);
		const { message_id: messageId } = items[0].json;
		const read = await lark.run({ resource: 'message', operation: 'get', messageId } as never);
		expect(read.items[0].json).toMatchObject({
			text: 'The report\n[File: report.csv]\n[File: plan.pdf]',
			attachments: [{ type: 'file', name: 'report.csv' }, { key: 'file_v3_1' }],
		});
	});

	it('can be downloaded from the message', async () => {
		await send({ msgType: 'post', post }, [binary]);
		const [{ messageId, content }] = group.messages;
		const { files } = JSON.parse(content) as { files: Array<{ file_key: string }> };
		const { items, error } = await lark.run({
			...{ resource: 'file', operation: 'downloadAttachment', messageId },
			fileKey: files[0].file_key,
		});
		expect(error).toBeUndefined();
		expect(items[0].binary?.data).toMatchObject({ fileName: 'report.csv' });
	});

	it('go with a reply', async () => {
		const { messageId } = lark.sandbox.say({
			...{ from: lark.sandbox.world.users[0], chat: group.chatId, text: 'Well?' },
		});
		const { error } = await lark.run({
			...{ resource: 'message', operation: 'reply', messageId, msgType: 'markdown' },
			markdown: 'Here **it** is',
			options: { attachments: { attachment: [byKey(uploaded('file_v3_2'))] } },
		});
		expect(error).toBeUndefined();
		expect(sent().at(-1)).toMatchObject({ msgType: 'post', files: [{ file_key: 'file_v3_2' }] });
	});

	it('keep Markdown with a table a rich text', async () => {
		const { error } = await send({ msgType: 'markdown', markdown: TABLE }, [binary]);
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject([{ msgType: 'post', files: [{ file_name: 'report.csv' }] }]);
	});

	it('are below the last part of a long text', async () => {
		const markdown = `${'word '.repeat(8_000)}\n\nend`;
		const { error } = await send({ msgType: 'markdown', markdown }, [binary], { split: true });
		expect(error).toBeUndefined();
		const parts = sent();
		expect(parts.length).toBeGreaterThan(1);
		expect(parts.map(({ files }) => files !== undefined)).toEqual(
			parts.map((_part, at) => at === parts.length - 1),
		);
	});

	it('are sent once when the same run sends again, although each upload has another key', async () => {
		for (const _ of [1, 2]) await send({ msgType: 'post', post }, [binary], {}, 'same-run');
		expect(sent()).toHaveLength(1);
	});

	it.each([
		['a card', { msgType: 'markdown', markdown: 'Hi' }, [binary], { markdownAs: 'card' }, /card/],
		[
			'a field without a file',
			{ msgType: 'post', post },
			[{ ...binary, binaryPropertyName: 'x' }],
			{},
			/^Input Binary Field cannot be "x"/,
		],
		[
			'a link as key',
			{ msgType: 'post', post },
			[binary, byKey('https://a.example/b')],
			{},
			/^File Key cannot be/,
		],
		['no key', { msgType: 'post', post }, [byKey('')], {}, /^File Key is empty/],
	])('are refused before an upload: %s', async (_case, fields, rows, options, message) => {
		const { error } = await send(fields as IDataObject, rows, options);
		expect(error).toMatchObject({ message: expect.stringMatching(message) });
		expect(paths()).toEqual([]);
	});

	it('stay when the text is edited', async () => {
		const { items } = await send({ msgType: 'post', post }, [binary]);
		const { error } = await lark.run({
			...{ resource: 'message', operation: 'edit', messageId: items[0].json.message_id },
			...{ msgType: 'post', post: { content: [[{ tag: 'text', text: 'New' }]] } },
		} as never);
		expect(error).toBeUndefined();
		expect(sent()).toMatchObject([{ files: [{ file_name: 'report.csv' }] }]);
	});
});
