import { LarkTrigger } from '../../../nodes/LarkTrigger/LarkTrigger.node';

const { properties, activationMessage } = new LarkTrigger().description;
const noticeOf = (notice: string) =>
	properties.find(({ name }) => name === notice)?.displayName ?? '';

describe('the words of the Lark Trigger', () => {
	it('begin with what to do, and say when each URL can be saved', () => {
		const setup = noticeOf('setupNotice');
		expect(setup).toMatch(/^Publish the workflow/);
		expect(setup).toMatch(
			/Production URL once the workflow is published, or the Test URL while n8n listens\.$/,
		);
	});

	it('ask for nothing by hand that works without it', () => {
		expect(noticeOf('callbackNotice')).toMatch(/^Lark waits 3 seconds.*For the fastest answers, /);
		expect(activationMessage).toMatch(/^The workflow starts.*come to this n8n already\. Otherwise/);
	});
});
