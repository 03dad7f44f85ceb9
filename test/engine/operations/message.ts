import { itemWithFile } from '../harness';
import { mp4Bytes, PNG_BYTES } from '../../support/media';
import type { Run, Scenarios, Stage } from './stage';

const given = async (bytes: Buffer, fileName: string) => [
	await itemWithFile(bytes, { fileName, mimeType: 'application/octet-stream' }),
];

const image = async (parameters: object): Promise<Run> => ({
	parameters: { ...parameters, msgType: 'image' },
	items: await given(PNG_BYTES, 'a.png'),
});

const video = async (parameters: object): Promise<Run> => ({
	parameters: { ...parameters, msgType: 'media' },
	items: await given(mp4Bytes(1000), 'a.mp4'),
});

const toAlice = (stage: Stage) => stage.to(stage.alice.mobile);

/** RequestSettings, answering and handing on. */
export const messageScenarios: Scenarios = {
	send: {
		works: [
			(stage) => ({ parameters: { ...stage.to(), text: 'Hi' } }),
			(stage) => ({ parameters: { ...toAlice(stage), text: 'Hi' } }),
			async (stage) => await image(stage.to()),
			async (stage) => await video(stage.to()),
		],
		refused: (stage) => ({ parameters: { ...stage.to(stage.foreign.chatId), text: 'Hi' } }),
		code: 230002,
	},
	sendFromItem: {
		works: [
			({ group }) => ({
				parameters: { messages: { receiveId: group.chatId, content: 'Hi' } },
			}),
			({ alice }) => ({
				parameters: { messages: { receiveId: alice.mobile, content: 'Hi' } },
			}),
		],
		refused: ({ foreign }) => ({
			parameters: { messages: { receiveId: foreign.chatId, content: 'Hi' } },
		}),
		code: 230002,
	},
	search: {
		works: [
			(stage) => {
				stage.said();
				return { parameters: { options: { chat_type: 'group' } } };
			},
		],
		refused: ({ lark }) => {
			lark.sandbox.app.disabled = true;
			return { parameters: { query: 'Hi' } };
		},
		code: 99991662,
	},
	reply: {
		works: [
			(stage) => ({ parameters: { messageId: stage.said().messageId, text: 'Yes' } }),
			(stage) => ({
				parameters: {
					messageId: stage.said().messageId,
					msgType: 'share_user',
					sharedUserId: stage.alice.email,
				},
			}),
			async (stage) => await image({ messageId: stage.said().messageId }),
			async (stage) => await video({ messageId: stage.said().messageId }),
		],
		refused: (stage) => ({
			parameters: { messageId: stage.recalled().messageId, text: 'Yes' },
		}),
		code: 230011,
	},
	forward: {
		works: [
			(stage) => ({ parameters: { messageId: stage.said().messageId, ...stage.to() } }),
			(stage) => ({ parameters: { messageId: stage.said().messageId, ...toAlice(stage) } }),
		],
		refused: (stage) => ({
			parameters: { messageId: stage.recalled().messageId, ...stage.to() },
		}),
		code: 230065,
	},
	mergeForward: {
		works: [
			(stage) => ({ parameters: { messageIds: stage.said().messageId, ...stage.to() } }),
			(stage) => ({ parameters: { messageIds: stage.said().messageId, ...toAlice(stage) } }),
		],
		refused: (stage) => {
			const ids = [stage.group, stage.world.chats[1]].map((chat) => stage.said(chat).messageId);
			return { parameters: { messageIds: ids.join(), ...stage.to() } };
		},
		code: 230069,
	},
	forwardThread: {
		works: [
			async (stage) => ({
				parameters: { threadId: (await stage.thread()).threadId, ...stage.to() },
			}),
			async (stage) => ({
				parameters: { threadId: (await stage.thread()).threadId, ...toAlice(stage) },
			}),
		],
		refused: (stage) => ({ parameters: { threadId: 'omt_0', ...stage.to() } }),
		code: 230019,
	},
	get: {
		works: [(stage) => ({ parameters: { messageId: stage.said().messageId } })],
		refused: () => ({ parameters: { messageId: 'om_0' } }),
		code: 99992354,
	},
	getAll: {
		works: [
			(stage) => {
				stage.said();
				return { parameters: { container: 'chat', ...stage.chat() } };
			},
		],
		refused: (stage) => ({ parameters: { container: 'chat', ...stage.chat(stage.foreign) } }),
		code: 230002,
	},
	delete: {
		works: [async (stage) => ({ parameters: { messageId: (await stage.sent()).messageId } })],
		refused: (stage) => ({ parameters: { messageId: stage.said().messageId } }),
		code: 230026,
	},
};
