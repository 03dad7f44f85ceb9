import { AnswerChunks, readChunk } from '../../../nodes/LarkTrigger/answer/chunks';
import { LiveAnswer } from '../../../nodes/shared/stream/liveAnswer';
import { FAILED, STOPPED } from '../../../nodes/shared/stream/words';

const chunk = (type: string, content = '') =>
	readChunk(JSON.stringify({ type, content, metadata: { nodeId: 'agent' } }))!;

const FAILS = [chunk('begin'), chunk('error')];
const WRITES = [chunk('begin'), chunk('item', 'Hel')];
const ANSWERS = [...WRITES, chunk('item', 'lo'), chunk('end')];

describe('an answer of which the execution ends', () => {
	async function endingOf(chunks: typeof FAILS, isStopped?: boolean) {
		const endings: unknown[] = [];
		const writer = { show: () => {}, end: async (ending: unknown) => void endings.push(ending) };
		const answer = new AnswerChunks(new LiveAnswer(writer, { showsTools: false }));
		for (const one of chunks) answer.take(one);
		await answer.finish(isStopped);
		await answer.finish();
		expect(endings).toHaveLength(1);
		return endings[0];
	}

	it.each([
		['is complete when it is whole', ANSWERS, 'complete'],
		['says that it failed after an error', FAILS, FAILED],
		['says that it was stopped when it breaks off', WRITES, STOPPED],
	])('and says nothing of how: %s', async (_title, chunks, ending) => {
		expect(await endingOf(chunks)).toEqual(ending);
	});

	it('says what the last chunk of the trigger says', async () => {
		expect(await endingOf(WRITES, true)).toEqual(STOPPED);
		expect(await endingOf(FAILS, true)).toEqual(STOPPED);
		expect(await endingOf(WRITES, false)).toEqual(FAILED);
		expect(await endingOf(ANSWERS, false)).toBe('complete');
	});
});
