import type { Operation } from '../operation';
import { pick } from '../records';

/** Who a member is: the kind of ID is what the operation was asked for (group/chat-member/get). */
export const simpleMember: Operation['simplify'] = (member) => pick(member, ['name', 'member_id']);
