import type { Operation } from '../operation';
import { asObject, pick } from '../records';

const FIELDS = ['reaction_id', 'emoji_type', 'operator_id', 'operator_type', 'action_time'];

/** A reaction with all of its fields on one level (im-v1/message-reaction/list). */
export const simpleReaction: Operation['simplify'] = ({ operator, reaction_type, ...reaction }) =>
	pick({ ...reaction, ...asObject(operator), ...asObject(reaction_type) }, FIELDS);
