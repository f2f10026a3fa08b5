import { unknownAct } from '../event.ts'
import type { MeetingsAct, MeetingsActOf } from './acts.ts'
import type { Answer } from './checks.ts'
import * as course from './course.ts'
import * as floor from './floor.ts'
import * as list from './list.ts'
import * as motions from './motions.ts'
import * as objections from './objections.ts'
import * as papers from './papers.ts'
import * as points from './points.ts'
import * as preparing from './preparing.ts'
import type { UpToMeetings } from './state.ts'

/** What an act of this chapter leads to. The gate (I-1 to I-8) has been passed. */
export const decide = (act: MeetingsAct, state: UpToMeetings): Answer => {
  switch (act.type) {
    case 'meetings.convene':
      return preparing.convene(act, state)
    case 'meetings.amendNotice':
      return preparing.amendNotice(act, state)
    case 'meetings.callOff':
      return preparing.callOff(act, state)
    case 'meetings.attachDocument':
      return preparing.attachDocument(act, state)
    case 'meetings.open':
      return course.open(act, state)
    case 'meetings.recordPresence':
      return course.recordPresence(act, state)
    case 'meetings.adoptAgenda':
      return course.adoptAgenda(act, state)
    case 'meetings.takeUpItem':
      return course.takeUpItem(act, state)
    case 'meetings.concludeItem':
      return course.concludeItem(act, state)
    case 'meetings.suspend':
      return course.suspend(act, state)
    case 'meetings.adjourn':
      return course.adjourn(act, state)
    case 'meetings.resume':
      return course.resume(act, state)
    case 'meetings.close':
      return course.close(act, state)
    case 'meetings.setAccess':
      return course.setAccess(act, state)
    case 'meetings.show':
      return course.show(act, state)
    default:
      return decideOnTheFloor(act, state)
  }
}

type Papers = MeetingsActOf<
  | 'meetings.recordStatement'
  | 'meetings.joinStatement'
  | 'meetings.withdrawStatement'
  | 'meetings.circulateJournal'
  | 'meetings.askCorrection'
  | 'meetings.answerCorrection'
  | 'meetings.approveJournal'
  | 'meetings.issueCorrigendum'
>
type Floor = MeetingsActOf<
  | 'meetings.askFloor'
  | 'meetings.leaveList'
  | 'meetings.orderList'
  | 'meetings.closeList'
  | 'meetings.reopenList'
  | 'meetings.limitTime'
  | 'meetings.giveFloor'
  | 'meetings.endFloor'
  | 'meetings.raisePoint'
  | 'meetings.rulePoint'
  | 'meetings.appealRuling'
  | 'meetings.decideAppeal'
  | 'meetings.move'
  | 'meetings.speakOnMotion'
  | 'meetings.withdrawMotion'
  | 'meetings.decideMotion'
  | 'meetings.object'
  | 'meetings.withdrawObjection'
>

/** Lists and the floor, points of order, motions and objections. */
const decideOnTheFloor = (act: Floor | Papers, state: UpToMeetings): Answer => {
  switch (act.type) {
    case 'meetings.askFloor':
      return list.askFloor(act, state)
    case 'meetings.leaveList':
      return list.leaveList(act, state)
    case 'meetings.orderList':
      return list.orderList(act, state)
    case 'meetings.closeList':
      return list.closeList(act, state)
    case 'meetings.reopenList':
      return list.reopenList(act, state)
    case 'meetings.limitTime':
      return floor.limitTime(act, state)
    case 'meetings.giveFloor':
      return floor.giveFloor(act, state)
    case 'meetings.endFloor':
      return floor.endFloor(act, state)
    case 'meetings.raisePoint':
      return points.raisePoint(act, state)
    case 'meetings.rulePoint':
      return points.rulePoint(act, state)
    case 'meetings.appealRuling':
      return points.appealRuling(act, state)
    case 'meetings.decideAppeal':
      return points.decideAppeal(act, state)
    case 'meetings.move':
      return motions.move(act, state)
    case 'meetings.speakOnMotion':
      return motions.speakOnMotion(act, state)
    case 'meetings.withdrawMotion':
      return motions.withdrawMotion(act, state)
    case 'meetings.decideMotion':
      return motions.decideMotion(act, state)
    case 'meetings.object':
      return objections.object(act, state)
    case 'meetings.withdrawObjection':
      return objections.withdrawObjection(act, state)
    default:
      return decidePapers(act, state)
  }
}

/** Statements for the record, and the journal. */
const decidePapers = (act: Papers, state: UpToMeetings): Answer => {
  switch (act.type) {
    case 'meetings.recordStatement':
      return papers.recordStatement(act, state)
    case 'meetings.joinStatement':
      return papers.joinStatement(act, state)
    case 'meetings.withdrawStatement':
      return papers.withdrawStatement(act, state)
    case 'meetings.circulateJournal':
      return papers.circulateJournal(act, state)
    case 'meetings.askCorrection':
      return papers.askCorrection(act, state)
    case 'meetings.answerCorrection':
      return papers.answerCorrection(act, state)
    case 'meetings.approveJournal':
      return papers.approveJournal(act, state)
    case 'meetings.issueCorrigendum':
      return papers.issueCorrigendum(act, state)
    default:
      return unknownAct(act)
  }
}
