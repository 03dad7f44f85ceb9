import { readExample } from '../../harness/examples';
import { chatNamed } from '../support/server';
import { openBrowserSetup, screenshot, type BrowserSetup } from './harness';

jest.setTimeout(120_000);

const GROUP = 'Incident Response';

describe('a group that is asked to approve something', () => {
	let setup: BrowserSetup;

	beforeAll(async () => (setup = await openBrowserSetup()));
	afterAll(async () => await setup?.close());

	it('presses a button, sees the toast, and then who has decided', async () => {
		const { client, sandbox, credential, editor, url } = setup;
		const name = 'Lark account';
		const larkApi = await client.createCredential({ name, type: 'larkApi', data: credential });
		const group = chatNamed(sandbox.world, GROUP);
		const example = await readExample('approval-card', larkApi);
		const receiver = { __rl: true as const, mode: 'list', value: group.chatId };
		const cardBody = '=Please decide: **{{ $json.request }}**';
		const nodes = example.nodes.map((node) =>
			node.name === 'Ask for approval'
				? { ...node, parameters: { ...node.parameters, receiver, cardBody } }
				: node,
		);
		const workflow = await client.createWorkflow({ ...example, nodes });
		await client.publish(workflow);
		const trigger = client.webhookUrl(workflow, 'When a button is pressed');
		await sandbox.subscribe(sandbox.app.appId, trigger.replace(/webhook$/, 'callback'));
		await client.runWorkflow(workflow.id, 'When executed by hand');

		const page = await setup.openChatPage();
		await page.getByRole('button', { name: GROUP }).click();
		await page.getByRole('button', { name: 'Approve' }).waitFor();
		const bold = page.getByRole('log').locator('b');
		await bold.filter({ hasText: /^Laptop for Ada, 1,800 EUR$/ }).waitFor();
		await screenshot(page, 'card-to-approve.png', { width: 1280, height: 800 });
		await page.getByRole('button', { name: 'Approve' }).click();
		await page.getByRole('status').filter({ hasText: 'You have approved it' }).waitFor();
		await page.getByRole('heading', { name: 'Request approved' }).waitFor();
		await page.getByRole('log').getByText('@Alice Chen').waitFor();
		expect(await page.getByRole('button', { name: 'Reject' }).count()).toBe(0);
		await screenshot(page, 'card-approved.png', { width: 1280, height: 800 });

		await page.getByRole('button', { name: 'Sticker' }).click();
		await page.getByRole('log').getByRole('img', { name: 'Sticker' }).waitFor();
		expect(group.messages.at(-1)).toMatchObject({ msgType: 'sticker' });

		await editor.goto(`${url}/workflow/${workflow.id}`);
		await screenshot(editor, 'approval-card.png', { width: 1280, height: 800 }, async () => {
			await editor.getByTestId('zoom-to-fit').click();
		});
	});
});
