/** The map of members, and how good the forecasts are. */
export const study = {
  'foresight.map.lead':
    'Where members stand to each other, computed from their recorded votes in the UN General Assembly alone. Near each other means: they voted alike. No direction is better than another, and the signs are chosen session by session.',
  'foresight.map.none': 'No recorded votes are installed here.',
  'foresight.map.session': 'Session',
  'foresight.map.session.of': 'Session {session}, from {year}',
  'foresight.map.dimensions': 'Dimensions',
  'foresight.map.dimensions.1': 'One',
  'foresight.map.dimensions.2': 'Two',
  'foresight.map.title.1': 'Members in one dimension, session {session} (from {year})',
  'foresight.map.title.2': 'Members in two dimensions, session {session} (from {year})',
  'foresight.map.counts':
    '{n, plural, one {From # roll call.} other {From # roll calls.}} The lines reach as far as a place may be off, nineteen times in twenty.',
  'foresight.map.axes': 'First dimension across, second upward',
  'foresight.map.column.member': 'Member',
  'foresight.map.column.votes': 'Votes cast',
  'foresight.map.column.first': 'First dimension',
  'foresight.map.column.firstError': 'Standard error of the first',
  'foresight.map.column.second': 'Second dimension',
  'foresight.map.column.secondError': 'Standard error of the second',
  'foresight.backtest.lead':
    'The models forecast sessions of the UN General Assembly they had not seen. Here is how often they were right, beside what anybody could have said. Open to everybody.',
  'foresight.backtest.none': 'No backtest is kept on this server yet.',
  'foresight.backtest.made':
    '{items} items voted on in sessions {sessions}, {members} members. Each session was forecast from the sessions before it alone.',
  'foresight.backtest.measures': 'What the figures mean',
  'foresight.backtest.measures.told':
    'Log-loss and Brier score punish forecasts that were sure and wrong: less is better. Ranking (AUC) says how often a case in which it happened was given the greater chance of two: 1 is perfect, 0.5 is chance. A slope of 1 says that forecasts are neither too bold (below 1) nor too timid (above 1).',
  'foresight.backtest.question.member': 'That a member votes no',
  'foresight.backtest.question.event': 'That anybody votes no',
  'foresight.backtest.question.eventWithout': 'That anybody but {without} votes no',
  'foresight.backtest.cases': '{n} cases; it happened in {share} of a hundred.',
  'foresight.backtest.better': 'By log-loss ours is better than every simple way.',
  'foresight.backtest.notBetter': 'By log-loss ours is no better than: {ways}.',
  'foresight.backtest.way': 'Way to forecast',
  'foresight.backtest.way.ours': 'Ours',
  'foresight.backtest.way.baseRate': 'How often it happens at all',
  'foresight.backtest.way.baseRatePerIssue': 'How often it happens on the issue',
  'foresight.backtest.way.lastTime': 'What they did last time',
  'foresight.backtest.logloss': 'Log-loss',
  'foresight.backtest.brier': 'Brier score',
  'foresight.backtest.auc': 'Ranking (AUC)',
  'foresight.backtest.slope': 'Slope',
  'foresight.backtest.sounded': 'With half of the members sounded',
  'foresight.backtest.sounded.told':
    'When the votes of every second member are known, the log-loss of the others is {with}; without, it is {without}.',
  'foresight.calibration': 'What was said, and what happened',
  'foresight.calibration.of': 'Calibration: {question}',
  'foresight.calibration.axes': 'Across: chance that was given. Upward: how often it happened.',
  'foresight.calibration.said': 'Chance given (mean)',
  'foresight.calibration.happened': 'It happened',
  'foresight.calibration.n': 'Cases',
  'foresight.calibration.good':
    'Nowhere, in twenty cases or more, were forecasts off by more than five in a hundred.',
  'foresight.calibration.bold':
    'On the whole the forecasts are too bold: what was called likely happened less often, what was called unlikely more often.',
  'foresight.calibration.timid':
    'On the whole the forecasts are too timid: what was called likely happened more often still, what was called unlikely less often.',
  'foresight.calibration.fails': 'Where it fails, by more than five in a hundred:',
  'foresight.calibration.fail':
    'Where {said} was said, it happened in {happened} ({n, plural, one {# case} other {# cases}}).',
} as const
