"""What a runner is taught and prescribed, as data: exercises, programs and policy."""

from midstance.content.load import BadContent, Content, load

__all__ = ["BadContent", "Content", "load"]
