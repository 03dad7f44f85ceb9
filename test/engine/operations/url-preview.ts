import type { Preparation, Scenarios } from './preparation';

/** Lark has asked the app for the preview of a link. */
const asked = ({ lark }: Preparation) => {
	lark.sandbox.pushEvent('url.preview.get');
	return { previewTokens: 'e28r7df2-xxxx-477d-a8d0-2e1eb99796c2' };
};

/** The previews of links. */
export const urlPreviewScenarios: Scenarios = {
	update: {
		works: [
			(prepared) => ({ parameters: asked(prepared) }),
			(prepared) => {
				const open_ids = prepared.lark.sandbox.openIdOf(prepared.alice);
				return { parameters: { ...asked(prepared), options: { open_ids } } };
			},
		],
		refused: () => ({ parameters: { previewTokens: 'somebody-else' } }),
		code: 230001,
	},
};
