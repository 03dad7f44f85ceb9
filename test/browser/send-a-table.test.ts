import { chatNamed } from '../support/server';
import { canvas, openBrowserSetup, panel, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const TABLE = '# Status\n\n| Service | State |\n| --- | --- |\n| checkout | **down** |';

describe('someone who sends the table of a model', () => {
	let setup: BrowserSetup;

	beforeAll(async () => {
		setup = await openBrowserSetup();
		await setup.connectLark();
	});
	afterAll(async () => await setup?.close());

	it('writes Markdown, chooses nothing else, and the chat gets a card with the table', async () => {
		const { editor } = setup;
		await canvas.openNewWorkflow(editor, setup.url);
		await canvas.addFirstNode(editor, 'Send a message');
		await panel.pick(editor, 'receiver', 'incident', 'Incident Response');
		await panel.choose(editor, 'msgType', 'Markdown');
		await panel.type(editor, 'markdown', TABLE);
		await panel.executeStep(editor);
		await panel.showsItems(editor, 'om_', 'interactive');

		const [message] = chatNamed(setup.sandbox.world, 'Incident Response').messages;
		expect(JSON.parse(message.sentContent)).toMatchObject({
			body: { elements: [{ tag: 'markdown', content: TABLE }] },
		});
		const page = await setup.openChatPage();
		await page.getByRole('button', { name: 'Incident Response' }).click();
		await page.getByRole('log').getByText('checkout').first().waitFor();
	});
});
