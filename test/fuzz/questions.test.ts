import { randomFrom } from '../../harness/random';
import type { N8n } from '../../harness/n8n-server';
import { fuzzAnswers } from '../support/fuzz/answers';
import { FAST_EXPRESSIONS, launch, openSetup, type TestSetup } from '../support/server';
import { askMany, personById, publishAsker } from '../support/server/asking';
import { publishTrigger, saveCredential } from '../support/server/published-trigger';
import { targetOf } from '../support/server/target';

const COUNT = Number(process.env.FUZZ_COUNT ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const SECRETS = { encryptKey: 'a key of the app', verificationToken: 'a token of the app' };

describe(`a question and ${COUNT} mutated answers`, () => {
	let server: N8n;
	let setup: TestSetup;

	beforeAll(async () => {
		const own = await launch(FAST_EXPRESSIONS);
		server = own.server;
		setup = await openSetup({}, own.address);
	}, 120_000);
	afterAll(async () => {
		await setup.close();
		await server.stop();
	});

	it(
		'decide nothing, break nothing and show no secret',
		async () => {
			const larkApi = await saveCredential(setup, SECRETS);
			const parameters = { events: ['im.message.receive_v1'] };
			const trigger = await publishTrigger(setup, SECRETS, { larkApi, parameters });
			const { world, openIdOf, app } = setup.sandbox;
			const alice = world.userById(world.chats[0].members[0])!;
			const approvers = { approver: [personById(openIdOf(alice))] };
			const asker = await publishAsker(setup, { whoMayAnswer: 'people', approvers }, larkApi);
			const [asked] = await askMany(setup, asker, 1);
			const target = await targetOf(setup, asked, trigger);
			const { outcomes, wrong } = await fuzzAnswers(target, COUNT, randomFrom(SEED));

			console.log(`seed ${SEED}: ${COUNT} mutated answers`, outcomes);
			expect(wrong).toEqual([]);
			const { status, data } = await setup.client.execution(asked.executionId);
			expect(status).toBe('waiting');
			const texts = setup.log.lines().join('\n') + JSON.stringify(data);
			for (const secret of [app.appSecret, ...Object.values(SECRETS)]) {
				expect(texts).not.toContain(secret);
			}
			expect(texts).not.toContain(target.ticket.resume.split('signature=')[1]);
		},
		60 * 60 * 1000,
	);
});
