using Legator.Core.Guardrails.PreConditions;

namespace Legator.Core.Tests.Guardrails.PreConditions;

public sealed class AnswerExpectationTests
{
    [Theory]
    [InlineData(null, "active", true)]
    [InlineData("succeeds", "HTTP 500 Broken\n\nsorry", false)]
    [InlineData("contains 'act'", "active", true)]
    [InlineData("contains act", "gone", false)]
    [InlineData("does not contain ERROR", "all well", true)]
    [InlineData("does not contain ERROR", "ERROR: full", false)]
    [InlineData("matches ^active$", "one\nactive\n", true)]
    [InlineData("matches ^active$", "inactive", false)]
    [InlineData("does not match ^in", "inactive", false)]
    [InlineData("lines >= 2", "one\n\ntwo\n[2 rows]", true)]
    [InlineData("value < 80", "Use%\n 45%\n", true)]
    [InlineData("value < 80", "count\n99\n[1 row]", false)]
    [InlineData("value == ok", "state\nok", true)]
    [InlineData("value > 1", "", false)]
    [InlineData("status.health == green", "HTTP 200 OK\n\n{\"status\":{\"health\":\"green\"}}", true)]
    [InlineData("status.health == green", "HTTP 200 OK\n\n{\"status\":{\"health\":\"red\"}}", false)]
    [InlineData("status.health == green", "{oops}", false)]
    [InlineData("status.health == green", "nothing", false)]
    public void Holds_Answer_IsReadAsTheWordsSay(string? expect, string answer, bool holds)
    {
        AnswerExpectation.TryParse(expect, out var expectation, out _).ShouldBeTrue();
        expectation.Holds(new ConditionAnswer(true, answer), out var seen).ShouldBe(holds);
        seen.ShouldNotBeEmpty();
    }

    [Fact]
    public void Holds_CallThatFailed_HoldsForNothing()
    {
        AnswerExpectation.TryParse("does not contain ERROR", out var expectation, out _).ShouldBeTrue();
        expectation.Holds(new ConditionAnswer(false, "exit 3"), out var seen).ShouldBeFalse();
        seen.ShouldBe("the call failed: exit 3");
    }

    [Theory]
    [InlineData("looks good")]
    [InlineData("matches [")]
    [InlineData("matches (?=a)")]
    [InlineData("")]
    public void TryParse_OtherWords_AreAProblemThatSaysWhatToWrite(string expect)
    {
        AnswerExpectation.TryParse(expect, out _, out var problem).ShouldBeFalse();
        problem!.ShouldContain("succeeds");
    }
}
