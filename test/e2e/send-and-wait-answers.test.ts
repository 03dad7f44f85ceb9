import { sleep, type INodeParameters } from 'n8n-workflow';

import type { User } from '../../sandbox';
import { outcomeOf, press, publishAsker, type Asked } from '../support/server/asking';
import { openSetup, type TestSetup } from '../support/server';
import { publishQuestionListener } from '../support/server/question-listener';

const options = (...labels: string[]) => ({ values: labels.map((option) => ({ option })) });

describe('answers in Lark', () => {
	let setup: TestSetup;
	let alice: User;

	beforeAll(async () => {
		setup = await openSetup({ timeScale: 0.01 });
		const { world } = setup.sandbox;
		alice = world.userById(world.chats[0].members[0])!;
		await publishQuestionListener(setup);
	});
	afterAll(async () => await setup.close());

	const asked = async (parameters: INodeParameters): Promise<Asked> =>
		await (await publishAsker(setup, parameters)).ask();
	const submit = async ({ message }: Asked, form: Record<string, unknown>, button = 0) =>
		await press(setup, message, alice, button, form);
	const textOn = ({ message }: Asked) =>
		setup.sandbox.world.message(message.messageId)!.sentContent;

	it('are choices, by a button or from a list of which several can be chosen', async () => {
		const choices = options('Today', 'Tomorrow');
		const one = await asked({ responseType: 'choice', choices });
		expect(await press(setup, one.message, alice, 1)).toMatchObject({ type: 'success' });
		expect(await outcomeOf(setup, one.executionId)).toMatchObject({
			choice: 'Tomorrow',
			responder: { id: setup.sandbox.openIdOf(alice) },
		});
		expect(textOn(one)).toContain('Tomorrow');

		const several = await asked({ responseType: 'choice', choices, allowSeveral: true });
		expect(await submit(several, { field_0: ['0', '1'] })).toMatchObject({ type: 'success' });
		expect(await outcomeOf(setup, several.executionId)).toMatchObject({
			choice: ['Today', 'Tomorrow'],
		});
	});

	it('are texts', async () => {
		const question = await asked({ responseType: 'freeText' });
		expect(await submit(question, { field_0: 'As soon\nas *possible*' })).toMatchObject({
			type: 'success',
		});
		expect(await outcomeOf(setup, question.executionId)).toMatchObject({
			text: 'As soon\nas *possible*',
		});
	});

	it('are forms, of which a wrong value counts nothing', async () => {
		const formFields = {
			values: [
				{ fieldLabel: 'Days', fieldType: 'number', requiredField: true },
				{ fieldLabel: 'From', fieldType: 'date' },
				{ fieldLabel: 'Kind', fieldType: 'dropdown', fieldOptions: options('Annual', 'Sick') },
				{ fieldLabel: 'Boxes', fieldType: 'checkbox', fieldOptions: options('Paid', 'Half') },
				{ fieldLabel: 'Stand-in', fieldName: 'deputy', fieldType: 'person' },
			],
		};
		const question = await asked({ responseType: 'customForm', formFields });
		const wrong = await submit(question, { field_0: 'two' });
		expect(wrong).toMatchObject({ type: 'warning', content: 'Days must be a number' });
		expect((await setup.client.execution(question.executionId)).status).toBe('waiting');
		const right = {
			field_0: '2',
			field_1: '2026-12-01',
			field_2: '1',
			field_3_1: true,
			field_4: setup.sandbox.openIdOf(alice),
		};
		expect(await submit(question, right)).toMatchObject({ type: 'success' });
		expect(await outcomeOf(setup, question.executionId)).toMatchObject({
			Days: 2,
			From: '2026-12-01',
			Kind: 'Sick',
			Boxes: ['Half'],
			deputy: setup.sandbox.openIdOf(alice),
			people: { deputy: { name: alice.name, open_id: setup.sandbox.openIdOf(alice) } },
			respondedAt: expect.stringMatching(/Z$/),
		});
	});

	it('are not taken from the person who has asked', async () => {
		const excluded = setup.sandbox.openIdOf(alice);
		const question = await asked({ options: { excluded } });
		expect(await press(setup, question.message, alice)).toMatchObject({ type: 'warning' });
		expect((await setup.client.execution(question.executionId)).status).toBe('waiting');
	});

	it('are closed on the card after the time to answer', async () => {
		const limit = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };
		const question = await asked({ options: { limitWaitTime: { values: limit } } });
		await sleep(3_500);
		expect(await press(setup, question.message, alice)).toMatchObject({
			type: 'warning',
			content: expect.stringMatching(/over/),
		});
		expect(textOn(question)).not.toContain('"callback"');
		expect(textOn(question)).toContain('Deploy?');
	});
});
