using CsCheck;
using Legator.Core.Notifications;
using Legator.Core.Resources;
using Legator.Operator.Notifications.Channels;
using Legator.Operator.Notifications.Rules;
using Legator.Tests.NoticeReceivers;

namespace Legator.Operator.Tests.Notifications;

/// <summary>Words of others in messages: nothing in them is read as markup, whatever they are.</summary>
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("@everyone look", "@\u200beveryone look")]
    [InlineData("/approve_all", "/\u200bapprove_all")]
    [InlineData("do /approve_all now", "do /\u200bapprove_all now")]
    [InlineData("deployment/web in https://a.example/b", "deployment/web in https://a.example/b")]
    [InlineData("me@example.com", "me@\u200bexample.com")]
    public void Defused_MentionsAndCommands_AreParted(string text, string expected) => PlainText.Defused(text).ShouldBe(expected);

    [Theory]
    [InlineData("a\u202eb\u2066c\u200fd", "abcd")]
    [InlineData("bell\u0007 and\u001b[31mred", "bell  and [31mred")]
    [InlineData("two\r\nlines\u2028more", "two lines more")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE here", "key [REDACTED] here")]
    public void LineOf_WhatHidesOrTurnsWordsRound_IsTakenOut(string text, string expected) => PlainText.LineOf(text, 100).ShouldBe(expected);

    [Fact]
    public void Cut_AnyText_FitsAndSplitsNoCharacter() => Gen.String.Sample(text =>
    {
        var cut = PlainText.Cut(text + "😀😀😀😀", 5);
        cut.Length.ShouldBeLessThanOrEqualTo(5);
        (cut.Length > 1 && char.IsHighSurrogate(cut[^2])).ShouldBeFalse();
    });

    [Fact]
    public void SlackBody_AnyText_KeepsToWhatSlackDocuments() => Gen.Select(Gen.String[0, 400], Gen.Int[0, 5000]).Sample((text, length) =>
    {
        var words = PlainText.Of(text + new string('&', length), 6000) is { Length: > 0 } some ? some : "x";
        var message = new Notification
        {
            Id = "id", Event = "event", Kind = NotificationKind.RunFound, Severity = Severity.Info, Namespace = "n", Agent = "a", Environment = "e", Channel = "c", Time = default,
            Title = words, Text = words, Facts = [.. Enumerable.Range(0, 12).Select(i => new NotificationFact("Fact", words))], Command = words,
        };
        var post = new ReceivedPost("/services/x", new Dictionary<string, string> { ["content-type"] = "application/json" }, ChannelPost.Json(SlackBody.Of(message)));
        SlackRules.Problem(post, isApi: false).ShouldBeNull();
    }, iter: 300);
}
