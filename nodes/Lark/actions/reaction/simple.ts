import type { Operation } from '../operation';
import { asObject, pick } from '../records';

const FIELDS = ['emoji_type', 'operator_type', 'operator_id', 'action_time', 'reaction_id'];

/** A reaction with all of its fields on one level (im-v1/message-reaction/list). */
export const simpleReaction: Operation['simplify'] = ({ operator, reaction_type, ...reaction }) =>
	pick({ ...reaction, ...asObject(operator), ...asObject(reaction_type) }, FIELDS);
