import { LarkError } from '../../../contract/lark-error';
import { hex } from '../../../world/ids';
import { assertMember, assertNotDissolved, chatOf } from '../../checks';
import { handler, type HandlerTable } from '../../handler';
import { manages } from './rights';

const WEEK_SECONDS = 7 * 24 * 60 * 60;
const VALIDITY_SECONDS: Record<string, number> = { week: WEEK_SECONDS, year: 365 * 24 * 60 * 60 };

/** group/chat/link.md */
const link = handler<{ body: { validity_period?: string } }>((call, platform) => {
	const chat = chatOf(call, platform);
	if (chat.mode === 'p2p') throw new LarkError(232062);
	assertNotDissolved(call, chat);
	assertMember(call, chat);
	const isShared = chat.settings.share_card_permission === 'allowed';
	if (!isShared && !manages(call, chat)) throw new LarkError(232064);
	const { validity_period: period = 'week' } = call.body;
	const isPermanent = period === 'permanently';
	const seconds = VALIDITY_SECONDS[period] ?? WEEK_SECONDS;
	const expires = Math.floor(platform.world.now() / 1_000) + seconds;
	return {
		share_link: `https://applink.example.com/client/chat/chatter/add_by_link?link_token=${hex(32)}`,
		expire_time: isPermanent ? '' : String(expires),
		is_permanent: isPermanent,
	};
});

export const linkHandlers: HandlerTable = { 'im.v1.chat.link': link };
