using System.Text.Json.Serialization;
using Legator.Core.Runs.Events;

namespace Legator.Core.Runs;

/// <summary>What a journal event says. The wire names of the types are part of the journal's format and never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RunStarted), "run-started")]
[JsonDerivedType(typeof(RunResumed), "run-resumed")]
[JsonDerivedType(typeof(RunHandedBack), "run-handed-back")]
[JsonDerivedType(typeof(RunCancelled), "run-cancelled")]
[JsonDerivedType(typeof(ToolsDiscovered), "tools-discovered")]
[JsonDerivedType(typeof(PromptAssembled), "prompt-assembled")]
[JsonDerivedType(typeof(ModelReplied), "model-replied")]
[JsonDerivedType(typeof(ModelFailed), "model-failed")]
[JsonDerivedType(typeof(ActionJudged), "action-judged")]
[JsonDerivedType(typeof(ApprovalRequested), "approval-requested")]
[JsonDerivedType(typeof(ApprovalDecided), "approval-decided")]
[JsonDerivedType(typeof(ApprovalExpired), "approval-expired")]
[JsonDerivedType(typeof(ActionIntended), "action-intended")]
[JsonDerivedType(typeof(ActionCompleted), "action-completed")]
[JsonDerivedType(typeof(ActionInterrupted), "action-interrupted")]
[JsonDerivedType(typeof(FindingReported), "finding-reported")]
[JsonDerivedType(typeof(VaultSessionOpened), "vault-session-opened")]
[JsonDerivedType(typeof(CredentialIssued), "credential-issued")]
[JsonDerivedType(typeof(VaultSessionClosed), "vault-session-closed")]
[JsonDerivedType(typeof(NoticeRaised), "notice-raised")]
[JsonDerivedType(typeof(ReportWritten), "report-written")]
[JsonDerivedType(typeof(RunFinished), "run-finished")]
public abstract record RunEventData;
